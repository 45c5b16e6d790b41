import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { instant, moment, reference } from './columns'
import { messages } from './messages'
import { people } from './people'
import { tickets } from './tickets'

/** Who of the staff is told of what happens on a ticket. */
export const ticketFollowers = pgTable(
  'ticket_followers',
  {
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id),
    since: instant('since').notNull().default(moment),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.personId] }),
    index('ticket_followers_person').on(t.personId, t.ticketId),
  ],
)

/** Who is called by name in a note. */
export const messageMentions = pgTable(
  'message_mentions',
  {
    messageId: reference('message_id')
      .notNull()
      .references(() => messages.id),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.personId] })],
)
