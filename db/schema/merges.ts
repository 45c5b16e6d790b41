import { sql } from 'drizzle-orm'
import { check, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, key, moment, reference } from './columns'
import { events } from './events'
import { messages } from './messages'
import { people } from './people'
import { status, tickets } from './tickets'

/** That a ticket went into another, and what it was before, so that it can come out again. */
export const merges = pgTable(
  'merges',
  {
    id: key(),
    fromId: reference('from_id')
      .notNull()
      .references(() => tickets.id),
    intoId: reference('into_id')
      .notNull()
      .references(() => tickets.id),
    at: instant('at').notNull().default(moment),
    byId: reference('by_id')
      .notNull()
      .references(() => people.id),
    /** What tells it on the ticket that took the other in: what is later there knows the messages of both. */
    eventId: reference('event_id')
      .notNull()
      .references(() => events.id),
    status: status('status').notNull(),
    resolvedAt: instant('resolved_at'),
    undoneAt: instant('undone_at'),
    undoneById: reference('undone_by_id').references(() => people.id),
  },
  (t) => [
    check('merges_two', sql`${t.fromId} <> ${t.intoId}`),
    uniqueIndex('merges_once').on(t.fromId).where(sql`${t.undoneAt} is null`),
  ],
)

/** The messages that one merge moved. */
export const mergedMessages = pgTable(
  'merged_messages',
  {
    messageId: reference('message_id')
      .notNull()
      .references(() => messages.id),
    mergeId: reference('merge_id')
      .notNull()
      .references(() => merges.id),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.mergeId] })],
)
