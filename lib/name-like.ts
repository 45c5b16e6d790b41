import { type SQL, sql } from 'drizzle-orm'

/** That a name is like a pattern (`lib/like.ts`), whether or not one of them has accents. */
export const nameLike = (name: SQL, pattern: string) => sql`unaccented(${name}) ilike unaccented(${pattern})`
