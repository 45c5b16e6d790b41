import { type SQL, sql } from 'drizzle-orm'

/** Whether a ticket counts in numbers: spam, and what went into another ticket, do not (METRICS). `ticket` names its row. */
export const counted = (ticket: SQL) => sql`(${ticket}.spam_at is null and ${ticket}.merged_into_id is null)`

/**
 * Whether there is something left to do for a ticket that counts. What went into another ticket is closed, so nothing else
 * needs to be asked, and an index tells all of it (`tickets_live_assignee`).
 */
export const countedLive = (ticket: SQL) =>
  sql`(${ticket}.status in ('open', 'pending', 'on_hold') and ${ticket}.spam_at is null)`
