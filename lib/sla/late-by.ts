import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'
import type { Clock } from './clock'

/** The clocks of a ticket that were late at once by the change whose transaction wrote this event. */
export const lateBy = (
  tx: Tx,
  ticket: { readonly id: number },
  eventId: number,
): Promise<readonly Pick<Clock, 'target' | 'instance'>[]> =>
  tx.execute<Pick<Clock, 'target' | 'instance'>>(sql`
    with made as (select id from events where ticket_id = ${ticket.id} and tx = (select tx from events where id = ${eventId}))
    select distinct b.target, b.instance from sla_ledger b
    join sla_ledger r on (r.ticket_id, r.target, r.instance) = (b.ticket_id, b.target, b.instance)
      and r.kind = 'retargeted' and r.id < b.id and r.event_id in (select id from made)
    where b.ticket_id = ${ticket.id} and b.kind = 'breached' and b.event_id in (select id from made)`)
