import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, key, moment, reference } from './columns'
import { tickets } from './tickets'

/** Words that agents put on tickets. */
export const tags = pgTable(
  'tags',
  {
    id: key(),
    /** Small letters, digits and dashes, of any script. */
    name: text('name').notNull().unique(),
    createdAt: instant('created_at').notNull().default(moment),
  },
  (t) => [
    check('tags_name_shape', sql`${t.name} = lower(${t.name}) and ${t.name} !~ '[[:space:],]'`),
    check('tags_name_length', sql`char_length(${t.name}) between 1 and 40`),
  ],
)

export const ticketTags = pgTable(
  'ticket_tags',
  {
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    tagId: reference('tag_id')
      .notNull()
      .references(() => tags.id),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.tagId] }), index('ticket_tags_tag').on(t.tagId, t.ticketId)],
)
