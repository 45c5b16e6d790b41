import { sql } from 'drizzle-orm'
import { index, pgTable, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bulkRuns } from './bulk'
import { instant, key, moment, reference } from './columns'
import { events } from './events'
import { people } from './people'

/** What a person of the staff is told: an event, once. */
export const notifications = pgTable(
  'notifications',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id),
    eventId: reference('event_id')
      .notNull()
      .references(() => events.id),
    /** Of many tickets that somebody was given at once they are told once. */
    runId: reference('run_id').references(() => bulkRuns.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull().default(moment),
    readAt: instant('read_at'),
  },
  (t) => [
    unique('notifications_once').on(t.personId, t.eventId),
    uniqueIndex('notifications_run').on(t.runId, t.personId).where(sql`${t.runId} is not null`),
    index('notifications_person').on(t.personId, t.id),
    index('notifications_unread').on(t.personId).where(sql`${t.readAt} is null`),
  ],
)
