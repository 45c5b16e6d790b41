import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Agent } from '@/lib/viewer'

/** More than anybody reads through; whoever types another name gets that tag all the same. */
const most = 500

/** The tags to choose from: those that most of the tickets filed lately bear first. */
export async function suggestedTags(_: Agent): Promise<readonly string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select g.name
    from tags g left join (
      select tag_id, count(*) as count
      from (select tag_id from ticket_tags order by ticket_id desc limit 5000) lately group by tag_id) used on used.tag_id = g.id
    order by coalesce(used.count, 0) desc, g.name collate "C" limit ${most}`)
  return rows.map(({ name }) => name)
}
