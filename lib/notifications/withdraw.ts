import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'

/**
 * Whoever was given a ticket, has not read so yet, and has it no more because that was taken back, need not know. Of many that
 * were given at once, when the last of them is taken back.
 */
export const withdraw = (
  tx: Tx,
  { personId, ticketId }: { readonly personId: number; readonly ticketId: number },
) =>
  tx.execute(sql`
    delete from notifications n using events e
    where e.id = n.event_id and e.kind = 'ticket.assigned' and n.person_id = ${personId} and n.read_at is null
      and case when n.run_id is null then e.ticket_id = ${ticketId}
        else exists (select from bulk_items i where i.run_id = n.run_id and i.ticket_id = ${ticketId})
          and not exists (
            select from bulk_items i join tickets t on t.id = i.ticket_id
            where i.run_id = n.run_id and i.before ? 'assigneeId' and i.ticket_id <> ${ticketId}
              and t.assignee_id = n.person_id) end`)
