import { and, desc, eq, sql } from 'drizzle-orm'
import { events } from '@/db/schema'
import type { Tx } from '@/lib/transaction'
import type { EventKind } from './event'

/** That an event says of an earlier one that it was a mistake. */
const takesBack = sql<boolean>`(${events.change} ? 'taken_back')`

/**
 * The last event of a kind on a ticket; with `meant`, of those that do not take back another. `assigneeId` is to whose credit a
 * resolution is.
 */
export async function lastOf(
  tx: Tx,
  { id }: { readonly id: number },
  kind: EventKind,
  { meant = false }: { readonly meant?: boolean } = {},
) {
  const [last] = await tx
    .select({
      uid: events.uid,
      at: events.at,
      actorId: events.actorId,
      assigneeId: events.assigneeId,
      takesBack,
    })
    .from(events)
    .where(and(eq(events.ticketId, id), eq(events.kind, kind), meant ? sql`not ${takesBack}` : undefined))
    .orderBy(desc(events.id))
    .limit(1)
  return last
}
