import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, key, moment, reference } from './columns'
import { people } from './people'

/** Agents who answer for the same tickets. */
export const teams = pgTable(
  'teams',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull().default(moment),
    /** Since when it gets no new tickets; its past stays. */
    retiredAt: instant('retired_at'),
  },
  (t) => [
    check('teams_name_length', sql`char_length(${t.name}) between 1 and 80`),
    uniqueIndex('teams_name').on(sql`lower(${t.name})`).where(sql`${t.retiredAt} is null`),
  ],
)

export const teamMembers = pgTable(
  'team_members',
  {
    teamId: reference('team_id')
      .notNull()
      .references(() => teams.id),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.personId] }), index('team_members_person').on(t.personId)],
)
