import { eq, sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { record } from '@/lib/events/record'
import { moved } from '@/lib/tickets/change'
import type { Ticket } from '@/lib/tickets/ticket'
import type { Tx } from '@/lib/transaction'
import { system } from '@/lib/viewer'
import { give } from './give'

/**
 * The customer has written: a ticket whose assignee is away, or has left, is its team's again, where the team wants that,
 * and then whose turn it is. The caller holds the ticket's row; this comes last in its transaction.
 */
export async function takeBack(tx: Tx, ticket: Pick<Ticket, 'id' | 'teamId' | 'assigneeId'>) {
  if (ticket.teamId === null || ticket.assigneeId === null) return
  const [absent] = await tx.execute<{ name: string }>(sql`
    select p.name
    from tickets t join teams g on g.id = t.team_id join people p on p.id = t.assignee_id
    where t.id = ${ticket.id} and t.spam_at is null and g.takes_back and g.retired_at is null
      and (p.away_since is not null or p.deactivated_at is not null)`)
  if (!absent) return
  await tx
    .update(tickets)
    .set({ assigneeId: null, ...moved('agents') })
    .where(eq(tickets.id, ticket.id))
  await record(tx, system, 'ticket.assigned', {
    ticket,
    audience: 'agents',
    change: { assignee: [absent.name, null], because: [null, 'away'] },
    keys: { assignee: [ticket.assigneeId, null] },
  })
  await give(tx, ticket)
}
