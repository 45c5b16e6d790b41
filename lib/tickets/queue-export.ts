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
  // Their keys: to look for their names costs the database more than all the rest of the row.
  [
    'Tags',
    sql`(select string_agg(x.tag_id::text, ',') from ticket_tags x where x.ticket_id = ${tickets.id})`,
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
  const tagsAt = heads.indexOf('Tags')
  yield byteOrderMark + csvLines([heads])
  const rows = connection
    .unsafe(text, params as string[])
    .values()
    .cursor(atOnce)
  let named: Awaited<ReturnType<typeof namesOfTags>> | undefined
  for await (const some of rows) {
    // Not before: the first rows are there, and what they know is not newer than that.
    named ??= await namesOfTags()
    for (const row of some as (string | null)[][]) row[tagsAt] = named(row[tagsAt])
    yield csvLines(some)
  }
}

/** The names of tags, in their order, for their keys. */
async function namesOfTags() {
  const tags = await db.execute<{ key: string; name: string }>(sql`
    select id::text as key, name from tags order by name collate "C"`)
  const placed = new Map(tags.map(({ key, name }, place) => [key, { name, place }]))
  return (keys: string | null | undefined) =>
    keys
      ?.split(',')
      .flatMap((key) => placed.get(key) ?? [])
      .sort((one, other) => one.place - other.place)
      .map(({ name }) => name)
      .join(', ') ?? null
}
