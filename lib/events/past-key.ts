import { and, asc, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { type categories, events, type tags, type teams } from '@/db/schema'
import type { EventKind } from './event'

/** The key of what an event of a ticket names; null: there is none of that name any more. */
export type PastKey = (name: string, eventId: number) => number | null

interface Renamed {
  /** What tells of another name, and the field in which it does. */
  readonly kinds: readonly EventKind[]
  readonly field: string
}

/**
 * How things are called now that history calls otherwise: each name is followed through all that was renamed or merged after
 * the event. Of several that have one name now, the newest is meant.
 */
export async function pastKey(
  table: typeof categories | typeof tags | typeof teams,
  { kinds, field }: Renamed,
): Promise<PastKey> {
  const [present, changes] = await Promise.all([
    db.select({ id: table.id, name: table.name }).from(table).orderBy(asc(table.id)),
    db
      .select({ id: events.id, change: events.change })
      .from(events)
      .where(and(isNull(events.ticketId), inArray(events.kind, [...kinds])))
      .orderBy(asc(events.id)),
  ])
  const keys = new Map(present.map(({ id, name }) => [name, id]))
  const called = (name: string, eventId: number) =>
    changes.reduce(
      (name, { id, change }) =>
        id > eventId && change[field]?.[0] === name ? String(change[field][1]) : name,
      name,
    )
  return (name, eventId) => keys.get(called(name, eventId)) ?? null
}
