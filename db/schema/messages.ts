import { type SQL, sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { audience, instant, key, moment, reference, tsvector } from './columns'
import { people } from './people'
import { spanBits } from './spans'
import { channel, tickets } from './tickets'

export const messages = pgTable(
  'messages',
  {
    id: key(),
    uid: uuid('uid').notNull().unique().defaultRandom(),
    ticketId: reference('ticket_id')
      .notNull()
      .references(() => tickets.id),
    /** Where it was written, if that was on another ticket: tickets are merged and split. */
    originId: reference('origin_id').references(() => tickets.id),
    authorId: reference('author_id')
      .notNull()
      .references(() => people.id),
    /** `everyone`: a reply. `agents`: a note. There is no default. */
    audience: audience('audience').notNull(),
    channel: channel('channel').notNull(),
    /** Markdown, as it was typed. */
    body: text('body').notNull(),
    submission: uuid('submission'),
    createdAt: instant('created_at').notNull().default(moment),
    search: tsvector('search').generatedAlwaysAs((): SQL => sql`to_tsvector('english', ${messages.body})`),
  },
  (t) => [
    check('messages_body_length', sql`char_length(${t.body}) between 1 and 65536`),
    check('messages_origin', sql`${t.originId} <> ${t.ticketId}`),
    unique('messages_submission').on(t.authorId, t.submission),
    index('messages_ticket').on(t.ticketId, t.id),
    index('messages_public').on(t.ticketId, t.id).where(sql`${t.audience} = 'everyone'`),
    index('messages_origin').on(t.originId).where(sql`${t.originId} is not null`),
    index('messages_author').on(t.authorId, t.createdAt),
    index('messages_search')
      .using('gin', sql`(${t.id} >> ${sql.raw(String(spanBits.messages))})`, t.search)
      .with({ fastupdate: false }),
  ],
)
