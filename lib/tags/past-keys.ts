import { and, asc, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { events, tags } from '@/db/schema'

/** The keys of tags by the names that an event of a ticket tells: `small, vip`. */
export type PastTagKeys = (names: string, eventId: number) => readonly number[]

/**
 * How the tags are called now that history calls otherwise: each name is followed through all that was renamed or merged
 * after the event. What has been deleted is left out.
 */
export async function pastTagKeys(): Promise<PastTagKeys> {
  const [present, changes] = await Promise.all([
    db.select({ id: tags.id, name: tags.name }).from(tags),
    db
      .select({ id: events.id, change: events.change })
      .from(events)
      .where(and(isNull(events.ticketId), inArray(events.kind, ['tag.renamed', 'tag.merged'])))
      .orderBy(asc(events.id)),
  ])
  const keys = new Map(present.map(({ id, name }) => [name, id]))
  const called = (name: string, eventId: number) =>
    changes.reduce(
      (name, { id, change }) => (id > eventId && change.tag?.[0] === name ? String(change.tag[1]) : name),
      name,
    )
  return (names, eventId) => names.split(', ').flatMap((name) => keys.get(called(name, eventId)) ?? [])
}
