import { sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { discardDraft } from '@/lib/drafts/discard'
import { changePromised } from '@/lib/tickets/change-promised'
import { lock } from '@/lib/tickets/lock'
import { refuseIfClosed } from '@/lib/tickets/refuse-if-closed'
import type { Ticket } from '@/lib/tickets/ticket'
import { transition } from '@/lib/tickets/transition'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { alreadySent, insertMessage } from './insert-message'
import type { AfterReply, Written } from './message'

type AnsweredStatus = Exclude<AfterReply, 'keep'>

/**
 * An agent answers the customer: everyone on the ticket reads it, and nobody waits for us any more. `then` is the
 * status to leave behind; without it the status stays. Throws Refused on a closed ticket.
 */
export const answer = (
  agent: Agent,
  ticket: { readonly id: number },
  written: Written,
  then?: AnsweredStatus,
) =>
  inTransaction(async (tx) => {
    const current = await lock(tx, ticket)
    if (await alreadySent(tx, agent, written, 'everyone')) return
    await answerWithin(tx, agent, current, written)
    if (then && then !== current.status) await transition(tx, agent, current, then)
  })

/** As `answer`, on a ticket that the transaction holds, and the status stays. */
export async function answerWithin(
  tx: Tx,
  agent: Agent,
  current: Pick<Ticket, 'id' | 'status'>,
  written: Written,
) {
  refuseIfClosed(current)
  await discardDraft(tx, agent, current, 'reply', written)
  const message = await insertMessage(tx, agent, current, written, 'everyone')
  await changePromised(tx, agent, current, {
    changes: { waitingSince: null, firstAnsweredAt: sql`coalesce(${tickets.firstAnsweredAt}, moment())` },
    audience: 'everyone',
    event: { kind: 'message.answered', audience: 'everyone', message },
    happening: { kind: 'answered' },
  })
}
