import { tags } from '@/db/schema'
import { pastKey } from '@/lib/events/past-key'

/** The keys of tags by the names that an event of a ticket tells: `small, vip`. */
export type PastTagKeys = (names: string, eventId: number) => readonly number[]

/** As `pastKey`, of several tags at once. What has been deleted is left out. */
export async function pastTagKeys(): Promise<PastTagKeys> {
  const keyOf = await pastKey(tags, { kinds: ['tag.renamed', 'tag.merged'], field: 'tag' })
  return (names, eventId) => names.split(', ').flatMap((name) => keyOf(name, eventId) ?? [])
}
