import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** What it takes to show a body, in bytes: each of its lines may become an element of its own, as those of a list do. */
export const weightOf = (body: SQL | SQLWrapper) =>
  sql<number>`(octet_length(${body}) + 100 * (length(${body}) - length(replace(${body}, E'\\n', ''))))`
