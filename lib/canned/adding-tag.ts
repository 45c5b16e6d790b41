import { sql } from 'drizzle-orm'

/** How many canned replies put a tag on tickets, but for those of people who left, in a statement that reads `tags`. */
export const inMacros = sql<number>`(
  select count(*)::integer from canned_replies k
  where k.actions @> jsonb_build_array(jsonb_build_object('do', 'tag', 'to', tags.name))
    and not exists (select from people o where o.id = k.owner_id and o.deactivated_at is not null))`
