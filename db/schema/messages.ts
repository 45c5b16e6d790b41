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
    unique('messages_submission').on(t.authorId, t.submission),
    index('messages_ticket').on(t.ticketId, t.id),
    index('messages_public').on(t.ticketId, t.id).where(sql`${t.audience} = 'everyone'`),
    index('messages_author').on(t.authorId, t.createdAt),
    index('messages_search')
      .using('gin', sql`(${t.id} >> ${sql.raw(String(spanBits.messages))})`, t.search)
      .with({ fastupdate: false }),
  ],
)
