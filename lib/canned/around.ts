import { sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import type { Around, MacroAction } from './action'

/** What actions name, as it is now: the staff, teams and categories, and which of their tags are gone. One statement. */
export async function aroundActions(
  actions: readonly MacroAction[],
  reader: Pick<Tx, 'execute'> = db,
): Promise<Around> {
  const tags = [...new Set(actions.flatMap((action) => (action.do === 'tag' ? [action.to] : [])))]
  const [row] = await reader.execute<{ [Key in keyof Around]: Around[Key] }>(sql`
    select
      (select coalesce(json_agg(json_build_object('key', email, 'name', name, 'gone', deactivated_at is not null)
        order by name, id), '[]') from people where role <> 'customer') as people,
      (select coalesce(json_agg(json_build_object('key', uid, 'name', name, 'gone', retired_at is not null)
        order by name, id), '[]') from teams) as teams,
      (select coalesce(json_agg(json_build_object('key', slug, 'name', name, 'gone', not active)
        order by display_order, name), '[]') from categories) as categories,
      (select coalesce(json_agg(wanted.name), '[]') from json_array_elements_text(${JSON.stringify(tags)}::json) wanted (name)
        where not exists (select from tags g where g.name = wanted.name)) as "goneTags"`)
  if (!row) throw new Error('Nothing was answered')
  return row
}
