import { sql } from 'drizzle-orm'
import { index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
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
    createdAt: instant('created_at').notNull().default(moment),
    readAt: instant('read_at'),
  },
  (t) => [
    unique('notifications_once').on(t.personId, t.eventId),
    index('notifications_person').on(t.personId, t.id),
    index('notifications_unread').on(t.personId).where(sql`${t.readAt} is null`),
  ],
)
