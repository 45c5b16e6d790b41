import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { citext, instant, key, moment } from './columns'

/** The companies that customers work for. */
export const organizations = pgTable(
  'organizations',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    name: citext('name').notNull().unique(),
    /** What agents should know of it. */
    notes: text('notes').notNull().default(''),
    createdAt: instant('created_at').notNull().default(moment),
  },
  (t) => [
    check('organizations_name_length', sql`char_length(${t.name}::text) between 1 and 120`),
    index('organizations_alphabetical').on(sql`(${t.name}::text) collate "und-x-icu"`),
  ],
)
