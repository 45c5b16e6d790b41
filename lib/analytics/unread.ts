import { sql } from 'drizzle-orm'

/** More than can happen between `fresh` and what is read after it. */
const most = 5_000

/**
 * The tickets on which something has happened that the facts do not tell yet, as it was committed after `fresh`. What is
 * counted from both the tickets and their facts is counted of these from their facts alone, or the two would not fit.
 */
export const unread = sql`
  select e.ticket_id from events e
  where e.tx >= pg_snapshot_xmin((select seen::pg_snapshot from fact_reading))
    and not pg_visible_in_snapshot(e.tx, (select seen::pg_snapshot from fact_reading)) and e.ticket_id is not null
  order by e.tx limit ${sql.raw(String(most))}`
