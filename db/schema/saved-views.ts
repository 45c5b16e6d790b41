import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, key, moment, reference } from './columns'
import { people } from './people'
import { teams } from './teams'

/** Queues that somebody has named: of one person, of a team, or (where it is neither's) of everyone. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    name: text('name').notNull(),
    ownerId: reference('owner_id').references(() => people.id),
    teamId: reference('team_id').references(() => teams.id),
    /** What it asks, as lib/views/shape reads it. */
    query: jsonb('query').$type<unknown>().notNull(),
    /** Grows with each change, so that of two people who change it the second is told. */
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull().default(moment),
  },
  (t) => [
    check('saved_views_name_length', sql`char_length(${t.name}) between 1 and 60`),
    check('saved_views_one_scope', sql`${t.ownerId} is null or ${t.teamId} is null`),
    uniqueIndex('saved_views_of_owner')
      .on(t.ownerId, sql`lower(${t.name})`)
      .where(sql`${t.ownerId} is not null`),
    uniqueIndex('saved_views_of_team')
      .on(t.teamId, sql`lower(${t.name})`)
      .where(sql`${t.teamId} is not null`),
    uniqueIndex('saved_views_of_everyone')
      .on(sql`lower(${t.name})`)
      .where(sql`${t.ownerId} is null and ${t.teamId} is null`),
  ],
)
