import { sql } from 'drizzle-orm'

/** How many canned replies put a tag on tickets, in a statement that reads `tags`. */
export const inMacros = sql<number>`(
  select count(*)::integer from canned_replies k
  where k.actions @> jsonb_build_array(jsonb_build_object('do', 'tag', 'to', tags.name)))`
