import { eq } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { discardDraft } from '@/lib/drafts/discard'
import { record } from '@/lib/events/record'
import { mention } from '@/lib/mentions/mention'
import { moved } from '@/lib/tickets/change'
import { lock } from '@/lib/tickets/lock'
import { refuseIfMerged } from '@/lib/tickets/refuse-if-merged'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { alreadySent, insertMessage } from './insert-message'
import type { Written } from './message'

/**
 * An agent writes for agents. The customer never sees it nor anything that it moves: not the ticket's public "updated",
 * not the first response (the customer has heard nothing yet). Notes go on closed tickets too.
 * Colleagues whose names stand in it behind an `@` are told, and follow the ticket from then on.
 */
export const note = (agent: Agent, ticket: { readonly id: number }, written: Written) =>
  inTransaction(async (tx) => {
    const current = await lock(tx, ticket)
    if (await alreadySent(tx, agent, written, 'agents')) return
    await noteWithin(tx, agent, current, written)
  })

/** As `note`, on a ticket that the transaction holds. On the many tickets of one bulk `run` whoever is called is told once. */
export async function noteWithin(
  tx: Tx,
  agent: Agent,
  ticket: { readonly id: number },
  written: Written,
  run?: { readonly id: number },
) {
  await refuseIfMerged(tx, ticket)
  await discardDraft(tx, agent, ticket, 'note', written)
  const message = await insertMessage(tx, agent, ticket, written, 'agents')
  const event = await record(tx, agent, 'message.noted', { ticket, message, audience: 'agents' })
  await mention(tx, agent, { ticket, message, event, body: written.body, run })
  await tx.update(tickets).set(moved('agents')).where(eq(tickets.id, ticket.id))
}
