import { type SQL, sql } from 'drizzle-orm'

// Patterns for LIKE and ILIKE, in which what has a meaning in patterns stands for itself.

/** These letters anywhere. */
export const anywhere = (words: string) => `%${verbatim(words)}%`

/** These letters first. */
export const startsWith = (words: string) => `${verbatim(words)}%`

/** These letters last. */
export const endsWith = (words: string) => `%${verbatim(words)}`

/** That a name is like a pattern, whether or not one of them has accents. */
export const nameLike = (name: SQL, pattern: string) => sql`unaccented(${name}) ilike unaccented(${pattern})`

const verbatim = (words: string) => words.replace(/[\\%_]/g, '\\$&')
