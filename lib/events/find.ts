import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { events, people } from '@/db/schema'

/** Everything that happened on a ticket, oldest first, with who and when: the audit, for staff and programs. */
export const history = (ticket: { readonly id: number }) =>
  db
    .select({
      kind: events.kind,
      audience: events.audience,
      /** Null: Deskwell itself. */
      actor: people.name,
      change: events.change,
      at: events.at,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(eq(events.ticketId, ticket.id))
    .orderBy(asc(events.id))
