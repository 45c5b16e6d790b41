import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { categories, messages, people, tickets } from '@/db/schema'
import type { Agent } from '@/lib/viewer'
import { type Cursor, type QueueFilter, readCursor, statusesShown, writeCursor } from './queue-filter'
import type { QueueSort } from './queue-sorts'
import { readRefid } from './refid'

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

/** What a filter asks of a ticket; the counts beside the views ask the same. */
export function conditions(agent: Agent, filter: QueueFilter, now: Date): SQL[] {
  const given: (SQL | undefined)[] = [
    // Words of ours, written out: an index over live tickets is only chosen for statuses that the planner can read.
    sql`${tickets.status} in (${sql.raw(
      statusesShown(filter)
        .map((status) => `'${status}'`)
        .join(', '),
    )})`,
    filter.spam ? isNotNull(tickets.spamAt) : isNull(tickets.spamAt),
    filter.priority.length > 0 ? inArray(tickets.priority, filter.priority) : undefined,
    filter.category.length > 0 ? inArray(categoryId, filter.category) : undefined,
    assigned(agent, filter.assignee),
    needs(filter.needs),
    clock(filter.sla, now),
    filter.q?.trim() ? matching(filter.q) : undefined,
  ]
  return given.filter((condition) => condition !== undefined)
}

const categoryId = sql`(select c.slug from categories c where c.id = ${tickets.categoryId})`

function assigned(agent: Agent, assignee: string | undefined) {
  if (!assignee) return undefined
  if (assignee === 'me') return eq(tickets.assigneeId, agent.id)
  if (assignee === 'none') return isNull(tickets.assigneeId)
  return sql`${tickets.assigneeId} = (select p.id from people p where p.email = ${assignee} and p.role <> 'customer')`
}

function needs(what: QueueFilter['needs']) {
  if (what === 'us') return sql`${tickets.waitingSince} is not null`
  if (what === 'first_reply') return isNull(tickets.firstAnsweredAt)
  return undefined
}

function clock(sla: QueueFilter['sla'], now: Date) {
  const moment = sql`${now.toISOString()}::timestamptz`
  switch (sla) {
    case 'breached':
      return sql`${tickets.slaDueAt} < ${moment}`
    case 'at_risk':
      return sql`${tickets.slaDueAt} >= ${moment} and ${tickets.slaRiskAt} <= ${moment}`
    case 'ok':
      return sql`${tickets.slaDueAt} >= ${moment} and ${tickets.slaRiskAt} > ${moment}`
    case 'paused':
      return sql`${tickets.slaPausedAt} is not null`
    case 'none':
      return sql`${tickets.slaDueAt} is null and ${tickets.slaPausedAt} is null`
    default:
      return undefined
  }
}

function matching(q: string) {
  const words = sql`websearch_to_tsquery('english', ${q})`
  const refid = readRefid(q)
  return or(
    refid ? eq(tickets.refid, refid) : undefined,
    sql`${tickets.id} in (
      select t.id from tickets t where t.search @@ ${words}
      union all select m.ticket_id from messages m where m.search @@ ${words})`,
  )
}
