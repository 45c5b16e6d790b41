import { type SQL, sql } from 'drizzle-orm'

/** Whether a ticket counts in numbers: spam, and what went into another ticket, do not (METRICS). `ticket` names its row. */
export const counted = (ticket: SQL) => sql`(${ticket}.spam_at is null and ${ticket}.merged_into_id is null)`
