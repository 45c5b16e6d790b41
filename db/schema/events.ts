import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Change, EventKind, Keys } from '@/lib/events/event'
import { audience, instant, key, moment, reference, xid8 } from './columns'
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
    /** Of a resolution: who had the ticket then, whom it is credited to (a trigger writes it). */
    assigneeId: reference('assignee_id').references(() => people.id),
    messageId: reference('message_id').references(() => messages.id),
    /** Field to [before, after]. */
    change: jsonb('change').$type<Change>().notNull().default({}),
    /** Of what `change` names, [before, after] by key. */
    keys: jsonb('keys').$type<Keys>().notNull().default({}),
    at: instant('at').notNull().default(moment),
    /** The transaction that wrote it: lib/realtime finds by it what has become visible since a moment. Null: older than that. */
    tx: xid8('tx').default(sql`pg_current_xact_id()`),
  },
  (t) => [
    index('events_ticket').on(t.ticketId, t.id),
    /** Of the helpdesk itself: its teams, tags, policies. Most events are of tickets, and are read by ticket. */
    index('events_desk').on(t.kind, t.at).where(sql`${t.ticketId} is null`),
    index('events_breaches').on(t.at).where(sql`${t.kind} = 'sla.breached'`),
    index('events_tx').on(t.tx).where(sql`${t.tx} is not null`),
  ],
)
