import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, key, moment, reference } from './columns'
import { people } from './people'

export const givingRule = pgEnum('giving_rule', ['off', 'round_robin', 'least_loaded'])

/** Agents who answer for the same tickets. */
export const teams = pgTable(
  'teams',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull().default(moment),
    /** To whom of it a ticket goes that nobody has. Off: to whoever takes it. */
    giving: givingRule('giving').notNull().default('off'),
    /** So many open tickets of theirs, and nobody is given more. */
    givingLimit: integer('giving_limit'),
    /** When a customer writes to somebody who is away, the ticket is the team's again. */
    takesBack: boolean('takes_back').notNull().default(false),
    /** Since when it gets no new tickets; its past stays. */
    retiredAt: instant('retired_at'),
  },
  (t) => [
    check('teams_name_length', sql`char_length(${t.name}) between 1 and 80`),
    check('teams_giving_limit', sql`${t.givingLimit} between 1 and 500`),
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
    /** The place in the row of those who were given a ticket; the smallest is next. */
    turn: bigint('turn', { mode: 'number' }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.personId] }), index('team_members_person').on(t.personId)],
)
