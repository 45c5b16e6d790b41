import { alreadySent } from '@/lib/messages/insert-message'
import type { Written } from '@/lib/messages/message'
import { noteWithin } from '@/lib/messages/note'
import { lock } from '@/lib/tickets/lock'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import type { MacroAction } from './action'
import { applyActions } from './apply'

interface Noted extends Written {
  readonly submission: string
  readonly actions: readonly MacroAction[]
}

/** A note, and what comes with it: both or neither. Throws Refused (`actions`), and Conflict where the same submission said something else. */
export const noteAndApply = (agent: Agent, ticket: { readonly id: number }, { actions, ...written }: Noted) =>
  inTransaction(async (tx) => {
    const current = await lock(tx, ticket)
    if (await alreadySent(tx, agent, written, 'agents')) return
    await noteWithin(tx, agent, current, written)
    await applyActions(tx, agent, current, actions)
  })
