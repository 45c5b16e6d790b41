import { and, asc, type Column, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { sql as connection, db } from '@/db/client'
import { categories, organizations, people, teams, tickets } from '@/db/schema'
import { fresh } from '@/lib/analytics/fresh'
import { byteOrderMark, csvLines } from '@/lib/csv'
import type { Supervisor } from '@/lib/viewer'
import { conditions } from './queue-conditions'
import type { QueueFilter } from './queue-filter'
import { frequentTags, tagsAsked } from './queue-tags'

const assignees = alias(people, 'assignee')

/** So many rows are in memory at a time, however many there are. */
const atOnce = 1_000

const utc = (moment: Column) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** What an export tells of a ticket: the head of the column, and where it is from. */
const columns: readonly (readonly [head: string, from: SQL | Column])[] = [
  ['Reference', tickets.refid],
  ['Subject', tickets.subject],
  ['Status', tickets.status],
  ['Priority', tickets.priority],
  ['Channel', tickets.channel],
  ['Category', categories.name],
  ['Team', teams.name],
  ['Assignee', assignees.name],
  ['Customer', people.name],
  ['Customer address', people.email],
  ['Organization', organizations.name],
  [
    'Tags',
    sql`(
      select string_agg(g.name, ', ' order by g.name collate "C")
      from ticket_tags x join tags g on g.id = x.tag_id where x.ticket_id = ${tickets.id})`,
  ],
  ['Created (UTC)', utc(tickets.createdAt)],
  ['First answered (UTC)', utc(tickets.firstAnsweredAt)],
  ['Resolved (UTC)', utc(tickets.resolvedAt)],
  ['Closed (UTC)', utc(tickets.closedAt)],
]

/**
 * The tickets of a queue as CSV, piece by piece, the oldest first: read as fast as they are taken, and no further where
 * nobody takes them any more. No message is in it, and no note.
 */
export async function* queueAsCsv(
  supervisor: Supervisor,
  filter: QueueFilter,
  now: Date,
): AsyncGenerator<string> {
  if (filter.behind) await fresh()
  const { sql: text, params } = db
    .select(Object.fromEntries(columns.map(([head, from]) => [head, sql<string | null>`${from}`.as(head)])))
    .from(tickets)
    .innerJoin(people, eq(people.id, tickets.requesterId))
    .leftJoin(assignees, eq(assignees.id, tickets.assigneeId))
    .leftJoin(categories, eq(categories.id, tickets.categoryId))
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .leftJoin(organizations, eq(organizations.id, people.organizationId))
    .where(and(...conditions(supervisor, filter, now, await frequentTags(tagsAsked(filter)))))
    .orderBy(asc(tickets.id))
    .toSQL()
  const heads = columns.map(([head]) => head)
  yield byteOrderMark + csvLines([heads])
  const rows = connection.unsafe<Record<string, string | null>[]>(text, params as string[]).cursor(atOnce)
  for await (const some of rows) yield csvLines(some.map((row) => heads.map((head) => row[head] ?? null)))
}
