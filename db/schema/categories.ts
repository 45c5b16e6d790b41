import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, key, moment } from './columns'

export const categories = pgTable(
  'categories',
  {
    id: key(),
    name: text('name').notNull(),
    slug: text('slug').notNull().unique(),
    description: text('description').notNull().default(''),
    /** Whether customers may choose it. */
    active: boolean('active').notNull().default(true),
    displayOrder: integer('display_order').notNull().default(0),
    createdAt: instant('created_at').notNull().default(moment),
  },
  (t) => [
    check(
      'categories_slug_shape',
      sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(${t.slug}) <= 60`,
    ),
    check('categories_name_length', sql`char_length(${t.name}) between 1 and 100`),
  ],
)
