import { sql } from 'drizzle-orm'
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, key, moment, reference } from './columns'
import { people } from './people'

/** Screens that show the numbers of this moment to whoever stands before them. */
export const wallboards = pgTable(
  'wallboards',
  {
    id: key(),
    /** What the link is made of, together with our signature; another link is another uid. */
    uid: uuid('uid').notNull().unique().defaultRandom(),
    name: text('name').notNull().unique(),
    creatorId: reference('creator_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull().default(moment),
    /** When a screen asked last, to the minute. */
    shownAt: instant('shown_at'),
  },
  (t) => [check('wallboards_name_length', sql`char_length(${t.name}) between 1 and 60`)],
)
