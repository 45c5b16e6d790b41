import { sql } from 'drizzle-orm'
import { record } from '@/lib/events/record'
import { system } from '@/lib/viewer'
import { on } from '../on'
import { damages, type Rule } from '../rule'

/**
 * Work that lies with somebody who cannot do it. What such a person has closed or resolved stays theirs: that is
 * history.
 */
export const assignee: Rule = {
  name: 'assignee',
  find: (reader, ticketId) =>
    damages(
      reader,
      sql`
        select t.id as "ticketId", t.refid, null as row, 'assigned to ' || p.name || ', who ' ||
          case when p.role = 'customer' then 'is a customer' else 'has left' end as what
        from tickets t join people p on p.id = t.assignee_id
        where t.status in ('open', 'pending', 'on_hold') and (p.role = 'customer' or p.deactivated_at is not null)
          and ${on(ticketId)}
        order by t.id`,
    ),
  mend: async (tx, { ticketId }) => {
    const [before] = await tx.execute<{ id: number; name: string }>(
      sql`select p.id, p.name from tickets t join people p on p.id = t.assignee_id where t.id = ${ticketId}`,
    )
    await tx.execute(
      sql`update tickets set assignee_id = null, updated_at = greatest(updated_at, moment()) where id = ${ticketId}`,
    )
    await record(tx, system, 'ticket.assigned', {
      ticket: { id: ticketId },
      audience: 'agents',
      change: { assignee: [before?.name ?? null, null] },
      keys: { assignee: [before?.id ?? null, null] },
    })
  },
}

/** A customer resolves nothing, and a rating for one would count among the agents'. */
export const solver: Rule = {
  name: 'solver',
  find: (reader, ticketId) =>
    damages(
      reader,
      sql`
        select t.id as "ticketId", t.refid, null as row, 'resolved by ' || p.name || ', who is a customer' as what
        from tickets t join people p on p.id = t.solver_id
        where p.role = 'customer' and ${on(ticketId)}
        order by t.id`,
    ),
  mend: async (tx, { ticketId }) => {
    await tx.execute(sql`
      update ratings r set agent_id = null from tickets t
      where t.id = r.ticket_id and t.id = ${ticketId} and r.agent_id = t.solver_id`)
    await tx.execute(sql`update tickets set solver_id = null where id = ${ticketId}`)
  },
}
