import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'

/** Whoever was given a ticket, has not read so yet, and has it no more because that was taken back, need not know. */
export const withdraw = (
  tx: Tx,
  { personId, ticketId }: { readonly personId: number; readonly ticketId: number },
) =>
  tx.execute(sql`
    delete from notifications n using events e
    where e.id = n.event_id and e.ticket_id = ${ticketId} and e.kind = 'ticket.assigned'
      and n.person_id = ${personId} and n.read_at is null`)
