import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { events } from '@/db/schema'
import type { Tx } from '@/lib/transaction'
import type { EventKind } from './event'

interface Named {
  readonly id: number
}

/** That an event says of an earlier one that it was a mistake. */
const takesBack = sql<boolean>`(${events.change} ? 'taken_back')`

/**
 * The last event of a kind on a ticket; with `meant`, of those that do not take back another. `assigneeId` is to whose credit a
 * resolution is.
 */
export const lastOf = (
  tx: Tx,
  ticket: Named,
  kind: EventKind,
  { meant = false }: { readonly meant?: boolean } = {},
) => lastWhere(tx, ticket, [eq(events.kind, kind), meant ? sql`not ${takesBack}` : undefined])

/** The last event that told a change of the ticket's status. */
export const lastMove = (tx: Tx, ticket: Named) => lastWhere(tx, ticket, [sql`${events.change} ? 'status'`])

/**
 * The key of the last event of a ticket, null without one. Whoever changes a ticket holds its row: what others do to it afterwards has a
 * higher one.
 */
export async function lastEventId(tx: Tx, { id }: Named) {
  const [row] = await tx.execute<{ id: number | null }>(
    sql`select max(id) as id from events where ticket_id = ${id}`,
  )
  return row?.id ?? null
}

async function lastWhere(tx: Tx, { id }: Named, conditions: readonly (SQL | undefined)[]) {
  const [last] = await tx
    .select({
      uid: events.uid,
      kind: events.kind,
      at: events.at,
      actorId: events.actorId,
      assigneeId: events.assigneeId,
      takesBack,
    })
    .from(events)
    .where(and(eq(events.ticketId, id), ...conditions))
    .orderBy(desc(events.id))
    .limit(1)
  return last
}
