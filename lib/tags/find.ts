import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Agent, System } from '@/lib/viewer'

export interface TagRow {
  readonly name: string
  /** On how many tickets it is, open or not. */
  readonly tickets: number
}

/** All tags, by name. */
export const tagList = async (_: Agent | System): Promise<readonly TagRow[]> =>
  db.execute<TagRow & Record<string, unknown>>(sql`
    select g.name, count(t.ticket_id)::integer as tickets
    from tags g left join ticket_tags t on t.tag_id = g.id group by g.id order by g.name`)
