import { and, eq } from 'drizzle-orm'
import { ticketFollowers } from '@/db/schema'
import { record } from '@/lib/events/record'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'

interface Followed {
  readonly id: number
}

/** From now on the agent is told of what others write and do on the ticket. Twice is once. */
export const follow = (agent: Agent, ticket: Followed) =>
  inTransaction(async (tx) => {
    if (await followWithin(tx, ticket, [agent.id]))
      await record(tx, agent, 'ticket.followed', { ticket, audience: 'agents' })
  })

/** The agent has heard enough of it. */
export const unfollow = (agent: Agent, ticket: Followed) =>
  inTransaction(async (tx) => {
    const gone = await tx
      .delete(ticketFollowers)
      .where(and(eq(ticketFollowers.ticketId, ticket.id), eq(ticketFollowers.personId, agent.id)))
      .returning({ id: ticketFollowers.personId })
    if (gone.length > 0) await record(tx, agent, 'ticket.unfollowed', { ticket, audience: 'agents' })
  })

/** Keys of people. Gives how many of them did not follow yet. */
export async function followWithin(tx: Tx, ticket: Followed, people: readonly number[]) {
  const begun = await tx
    .insert(ticketFollowers)
    .values(people.map((personId) => ({ ticketId: ticket.id, personId })))
    .onConflictDoNothing()
    .returning({ id: ticketFollowers.personId })
  return begun.length
}
