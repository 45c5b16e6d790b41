import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Change, EventKind } from '@/lib/events/event'
import { audience, instant, key, moment, reference } from './columns'
import { messages } from './messages'
import { people } from './people'
import { tickets } from './tickets'

/** What happened, in order. Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE. */
export const events = pgTable(
  'events',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    kind: text('kind').$type<EventKind>().notNull(),
    audience: audience('audience').notNull(),
    /** Null: the helpdesk itself. */
    actorId: reference('actor_id').references(() => people.id),
    ticketId: reference('ticket_id').references(() => tickets.id),
    messageId: reference('message_id').references(() => messages.id),
    /** Field to [before, after]. */
    change: jsonb('change').$type<Change>().notNull().default({}),
    at: instant('at').notNull().default(moment),
  },
  (t) => [index('events_ticket').on(t.ticketId, t.id), index('events_kind').on(t.kind, t.at)],
)
