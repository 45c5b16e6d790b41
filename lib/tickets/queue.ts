import { and, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { categories, messages, people, tickets } from '@/db/schema'
import type { Agent } from '@/lib/viewer'
import { conditions } from './queue-conditions'
import { type Cursor, type QueueFilter, readCursor, writeCursor } from './queue-filter'
import type { QueueSort } from './queue-sorts'

const queuePageSize = 25

const assignees = alias(people, 'assignee')

/** A moment that is not there sorts behind all that are. */
const sorts = {
  updated: sql`${tickets.updatedAt}`,
  created: sql`${tickets.createdAt}`,
  waiting: sql`coalesce(${tickets.waitingSince}, 'infinity'::timestamptz)`,
  due: sql`coalesce(${tickets.slaDueAt}, 'infinity'::timestamptz)`,
  priority: sql`${tickets.priority}`,
} satisfies Record<QueueSort, SQL>

const sortValue = (sort: QueueSort) =>
  sort === 'priority'
    ? sql<string>`${sorts.priority}::text`
    : sql<string>`(${sorts[sort]} at time zone 'UTC')::text`

/** What the customer-visible thread says last. A note is no part of it. */
const preview = sql<string | null>`(
  select left(${messages.body}, 160) from ${messages}
  where ${messages.ticketId} = ${tickets.id} and ${messages.audience} = 'everyone'
  order by ${messages.id} desc limit 1)`

/** The tags of a ticket, by name; no name has a comma in it. */
const tags = sql<string | null>`(
  select string_agg(g.name, ',' order by g.name collate "C")
  from ticket_tags x join tags g on g.id = x.tag_id where x.ticket_id = ${tickets.id})`

const columns = {
  refid: tickets.refid,
  subject: tickets.subject,
  preview,
  status: tickets.status,
  priority: tickets.priority,
  createdAt: tickets.createdAt,
  updatedAt: tickets.updatedAt,
  waitingSince: tickets.waitingSince,
  slaDueAt: tickets.slaDueAt,
  slaTarget: tickets.slaTarget,
  slaStartedAt: tickets.slaStartedAt,
  slaRiskAt: tickets.slaRiskAt,
  slaPausedAt: tickets.slaPausedAt,
  resolvedAt: tickets.resolvedAt,
  customer: people.name,
  assignee: assignees.name,
  category: categories.name,
  tags,
}

export type QueueRow = Awaited<ReturnType<typeof queue>>['rows'][number]

/**
 * One page of the queue (25 rows) in the filter's order, in one statement. `next` and `previous` are the cursors of the
 * neighbouring pages, null where there is none.
 */
export async function queue(agent: Agent, filter: QueueFilter, now: Date) {
  const { sort, dir } = filter
  const after = readCursor(filter.after, sort)
  const before = after ? null : readCursor(filter.before, sort)
  const rising = (dir === 'asc') !== (before !== null)
  const rows = await db
    .select({ ...columns, cursor: sortValue(sort) })
    .from(tickets)
    .innerJoin(people, eq(people.id, tickets.requesterId))
    .leftJoin(assignees, eq(assignees.id, tickets.assigneeId))
    .leftJoin(categories, eq(categories.id, tickets.categoryId))
    .where(and(...conditions(agent, filter, now), beyond(after ?? before, sort, rising)))
    .orderBy(
      rising ? sql`${sorts[sort]} asc` : sql`${sorts[sort]} desc`,
      rising ? sql`${tickets.id} asc` : sql`${tickets.id} desc`,
    )
    .limit(queuePageSize + 1)
  const more = rows.length > queuePageSize
  const page = before ? rows.slice(0, queuePageSize).reverse() : rows.slice(0, queuePageSize)
  const cursorOf = (row: (typeof page)[number] | undefined) =>
    row ? writeCursor({ value: row.cursor, refid: row.refid }) : null
  return {
    rows: page.map(({ cursor: _, ...row }) => row),
    next: before || more ? cursorOf(page.at(-1)) : null,
    previous: after || (before && more) ? cursorOf(page[0]) : null,
  }
}

function beyond(cursor: Cursor | null, sort: QueueSort, rising: boolean) {
  if (!cursor) return undefined
  const value =
    sort === 'priority' ? sql`${cursor.value}::priority` : sql`${cursor.value}::timestamp at time zone 'UTC'`
  const key = sql`(select c.id from tickets c where c.refid = ${cursor.refid})`
  return rising
    ? sql`(${sorts[sort]}, ${tickets.id}) > (${value}, ${key})`
    : sql`(${sorts[sort]}, ${tickets.id}) < (${value}, ${key})`
}
