import { Refused } from '@/lib/errors'
import { lock } from '@/lib/tickets/lock'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import type { MacroAction } from './action'
import { applyActions } from './apply'

/** Does what a macro does, without a word. Throws Refused (`actions`). */
export const applyMacro = (agent: Agent, ticket: { readonly id: number }, actions: readonly MacroAction[]) =>
  inTransaction(async (tx) => {
    if (actions.length === 0) throw new Refused('There is nothing to do', 'actions')
    await applyActions(tx, agent, await lock(tx, ticket), actions)
  })
