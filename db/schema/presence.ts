import { pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { instant, moment, reference } from './columns'
import { people } from './people'
import { tickets } from './tickets'

/**
 * Who has a ticket open, and who is writing to its customer: as of their last beat. Unlogged, for it is nothing after half a
 * minute: a crash may forget it.
 */
export const presence = pgTable(
  'presence',
  {
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id),
    seenAt: instant('seen_at').notNull().default(moment),
    /** When they last wrote on a reply; null: not since they came. */
    replyingAt: instant('replying_at'),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.personId] })],
)
