import { and, eq, isNull } from 'drizzle-orm'
import { people, tickets } from '@/db/schema'
import { Conflict } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { moved, notClosed } from './change'
import { refuseIfClosed } from './refuse-if-closed'
import type { Ticket } from './ticket'

/**
 * Takes a ticket that nobody has. Of several agents at once one gets it; the others get a Conflict that names them.
 *
 * @returns false: it was theirs already
 */
export const claim = (agent: Agent, ticket: Pick<Ticket, 'id' | 'status'>) =>
  inTransaction(async (tx) => {
    refuseIfClosed(ticket)
    const [claimed] = await tx
      .update(tickets)
      .set({ assigneeId: agent.id, ...moved('agents') })
      .where(and(eq(tickets.id, ticket.id), isNull(tickets.assigneeId), notClosed))
      .returning({ id: tickets.id })
    if (claimed) {
      await record(tx, agent, 'ticket.assigned', {
        ticket,
        audience: 'agents',
        change: { assignee: [null, agent.name] },
        keys: { assignee: [null, agent.id] },
      })
      return true
    }
    const [current] = await tx
      .select({ status: tickets.status, holderId: tickets.assigneeId, holder: people.name })
      .from(tickets)
      .leftJoin(people, eq(people.id, tickets.assigneeId))
      .where(eq(tickets.id, ticket.id))
    if (current?.holderId === agent.id) return false
    if (current) refuseIfClosed(current)
    throw new Conflict(`${current?.holder ?? 'Another agent'} has already taken this ticket`)
  })
