import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { MacroAction } from '@/lib/canned/action'
import type { AfterReply } from '@/lib/messages/message'
import { instant, key, moment, reference } from './columns'
import { people } from './people'
import { channel, status, tickets } from './tickets'

/** Replies that their writers have sent and may still take back. A row goes when it becomes a message, or a draft again. */
export const waitingReplies = pgTable(
  'waiting_replies',
  {
    id: key(),
    /** Of the message that it becomes, too: who has seen the one has seen the other. */
    uid: uuid('uid').notNull().unique().defaultRandom(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    authorId: reference('author_id')
      .notNull()
      .references(() => people.id),
    channel: channel('channel').notNull(),
    body: text('body').notNull(),
    /** The status chosen for after the reply. */
    becomes: text('becomes').$type<AfterReply>().notNull(),
    /** What is done with the ticket when it is sent. */
    actions: jsonb('actions').$type<readonly MacroAction[]>().notNull().default([]),
    /** The status that the ticket had when this was sent: whoever changes it afterwards has decided later. */
    statusBefore: status('status_before').notNull(),
    submission: uuid('submission').notNull(),
    createdAt: instant('created_at').notNull().default(moment),
    sendAt: instant('send_at').notNull(),
  },
  (t) => [
    check('waiting_replies_body_length', sql`char_length(${t.body}) between 1 and 65536`),
    check('waiting_replies_becomes', sql`${t.becomes} in ('keep', 'open', 'pending', 'on_hold', 'resolved')`),
    unique('waiting_replies_submission').on(t.authorId, t.submission),
    index('waiting_replies_ticket').on(t.ticketId, t.id),
    index('waiting_replies_time').on(t.sendAt),
  ],
)
