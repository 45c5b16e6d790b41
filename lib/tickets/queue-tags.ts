import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { QueueFilter } from './queue-filter'
import { valuesNamed } from './queue-groups'

/** From so many tickets on, a page of those that bear the tag is found sooner by looking through the queue. */
const many = 3_000

/** Those of these tags that very many tickets bear: the database cannot tell by itself which of two ways is the short one. */
export async function frequentTags(names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return []
  const rows = await db.execute<{ name: string }>(sql`
    select g.name from tags g where g.name in ${[...names]}
    and (select count(*) from (select from ticket_tags x where x.tag_id = g.id limit ${many}) counted) = ${many}`)
  return rows.map(({ name }) => name)
}

/** The tags that a queue asks for, its view's conditions included. */
export const tagsAsked = ({ tag, view }: Pick<QueueFilter, 'tag' | 'view'>): readonly string[] => [
  ...tag,
  ...(view ? valuesNamed(view, 'tag') : []),
]
