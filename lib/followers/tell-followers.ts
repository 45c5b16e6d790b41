import { sql } from 'drizzle-orm'
import type { EventKind } from '@/lib/events/event'
import type { Tx } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'

/** What followers are told of: what is written, and how the ticket stands. */
const told: ReadonlySet<EventKind> = new Set([
  'message.received',
  'message.answered',
  'message.noted',
  'ticket.status',
  'ticket.resolved',
  'ticket.closed',
  'ticket.reopened',
  'ticket.merged',
  'ticket.unmerged',
])

interface Happened {
  readonly id: number
  readonly kind: EventKind
  readonly ticket: { readonly id: number } | undefined
}

/** Tells the followers of a ticket of an event, but nobody of their own doings, and nobody of spam. */
export async function tellFollowers(tx: Tx, actor: Actor, { id, kind, ticket }: Happened) {
  if (!ticket || !told.has(kind)) return
  await tx.execute(sql`
    insert into notifications (person_id, event_id)
    select p.id, ${id}
    from ticket_followers f join people p on p.id = f.person_id join tickets t on t.id = f.ticket_id
    where f.ticket_id = ${ticket.id} and p.id <> ${actor.role === 'system' ? 0 : actor.id}
      and p.role <> 'customer' and p.deactivated_at is null and t.spam_at is null
    order by p.id
    on conflict do nothing`)
}
