import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { MacroAction } from '@/lib/canned/action'
import { instant, moment, reference } from './columns'
import { people } from './people'
import { tickets } from './tickets'

export const writingMode = pgEnum('writing_mode', ['reply', 'note'])

/** What an agent is writing on a ticket and has not sent: their own, never seen by anybody else. */
export const drafts = pgTable(
  'drafts',
  {
    personId: reference('person_id')
      .notNull()
      .references(() => people.id),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    mode: writingMode('mode').notNull(),
    /** Empty: everything was taken back. The row stays, so that a save that comes late finds it newer than itself. */
    body: text('body').notNull(),
    /** The status chosen for after the reply, as the form posts it. */
    becomes: text('becomes'),
    /** What is to be done with the ticket when it is sent. */
    actions: jsonb('actions').$type<readonly MacroAction[]>().notNull().default([]),
    /** Of the form that saved last: one window, one message to be. */
    submission: uuid('submission').notNull(),
    /** Counts what that form has saved. */
    turn: integer('turn').notNull(),
    savedAt: instant('saved_at').notNull().default(moment),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.ticketId, t.mode] }),
    check('drafts_body_length', sql`char_length(${t.body}) <= 1048576`),
  ],
)
