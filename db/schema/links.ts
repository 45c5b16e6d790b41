import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, key, moment, reference } from './columns'
import { people } from './people'
import { tickets } from './tickets'

export const linkKind = pgEnum('link_kind', ['related', 'parent', 'duplicate'])

/**
 * That two tickets have to do with each other: `from` is the parent of `to`, or a duplicate of it; related are both. For
 * agents alone.
 */
export const ticketLinks = pgTable(
  'ticket_links',
  {
    id: key(),
    kind: linkKind('kind').notNull(),
    fromId: reference('from_id')
      .notNull()
      .references(() => tickets.id),
    toId: reference('to_id')
      .notNull()
      .references(() => tickets.id),
    createdAt: instant('created_at').notNull().default(moment),
    /** Null: the helpdesk itself. */
    createdById: reference('created_by_id').references(() => people.id),
  },
  (t) => [
    check('ticket_links_two', sql`${t.fromId} <> ${t.toId}`),
    uniqueIndex('ticket_links_pair').on(
      sql`least(${t.fromId}, ${t.toId})`,
      sql`greatest(${t.fromId}, ${t.toId})`,
    ),
    uniqueIndex('ticket_links_one_parent').on(t.toId).where(sql`${t.kind} = 'parent'`),
    index('ticket_links_from').on(t.fromId),
    index('ticket_links_to').on(t.toId),
  ],
)
