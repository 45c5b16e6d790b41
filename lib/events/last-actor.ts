import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { events, people } from '@/db/schema'
import type { Tx } from '@/lib/transaction'
import type { EventKind } from './event'

/** Who did the last thing of this kind to the helpdesk itself: for whoever comes second and is told who was faster. */
export async function lastActor(tx: Tx, kind: EventKind, which: (change: typeof events.change) => SQL) {
  const [last] = await tx
    .select({ name: sql<string>`coalesce(${people.name}, 'Deskwell')` })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(isNull(events.ticketId), eq(events.kind, kind), which(events.change)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1)
  return last?.name ?? 'Somebody else'
}
