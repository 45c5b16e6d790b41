import { and, asc, type Column, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { sql as connection, db } from '@/db/client'
import { readWithin } from '@/db/read-within'
import { categories, organizations, people, teams, tickets } from '@/db/schema'
import { byteOrderMark, csvLines } from '@/lib/csv'
import { isCutOff } from '@/lib/database-errors'
import { patience } from '@/lib/patience'
import { goneAway } from '@/lib/streamed'
import type { Supervisor } from '@/lib/viewer'
import { conditions, planning } from './queue-conditions'
import type { QueueFilter } from './queue-filter'
import { frequentTags, tagsAsked } from './queue-tags'

const assignees = alias(people, 'assignee')

/** So many rows are in memory at a time, however many there are. */
export const atOnce = 1_000

const utc = (moment: Column) =>
  sql<string | null>`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** What an export tells of a ticket: the head of the column, and where it is from. */
const columns = {
  Reference: tickets.refid,
  Subject: tickets.subject,
  Status: tickets.status,
  Priority: tickets.priority,
  Channel: tickets.channel,
  Category: categories.name,
  Team: teams.name,
  Assignee: assignees.name,
  Customer: people.name,
  'Customer address': people.email,
  Organization: organizations.name,
  // Their keys: to look for their names costs the database more than all the rest of the row.
  Tags: sql<
    string | null
  >`(select string_agg(x.tag_id::text, ',') from ticket_tags x where x.ticket_id = ${tickets.id})`,
  'Created (UTC)': utc(tickets.createdAt),
  'First answered (UTC)': utc(tickets.firstAnsweredAt),
  'Resolved (UTC)': utc(tickets.resolvedAt),
  'Closed (UTC)': utc(tickets.closedAt),
} satisfies Record<string, SQL | Column>

const heads = Object.keys(columns)
const tagsAt = heads.indexOf('Tags')

/**
 * The tickets of a queue as CSV, piece by piece, the oldest first, and no further where nobody takes them any more. No
 * message is in it, and no note. Nothing is held in the database from one piece to the next.
 *
 * Which tickets are in it is read at once, before the first row: each is there once, none that was filed since, and also
 * one that has since been changed so that the filter would no longer find it. What is told of a ticket is as it was when
 * its piece was read.
 */
export async function* queueAsCsv(
  supervisor: Supervisor,
  filter: QueueFilter,
  now: Date,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLines([heads])
  for (const keys of await keysOf(supervisor, filter, now)) {
    const rows = await rowsOf(keys)
    const tagged = await namesOfTags(rows.flatMap((row) => row[tagsAt]?.split(',') ?? []))
    for (const row of rows) row[tagsAt] = tagged(row[tagsAt])
    yield csvLines(rows)
  }
}

/** The keys of the tickets, some at once as the database writes an array: a million of them are eight megabytes. */
async function keysOf(supervisor: Supervisor, filter: QueueFilter, now: Date) {
  const asked = and(...conditions(supervisor, filter, now, await frequentTags(tagsAsked(filter))))
  const pieces = await readWithin<{ keys: string }>(
    patience.far,
    sql`
    ${planning(filter)} select '{' || string_agg(id::text, ',') || '}' as keys from (
      select ${tickets.id}, (row_number() over (order by ${tickets.id}) - 1) / ${atOnce} as piece
      from ${tickets} where ${asked}) found
    group by piece order by piece`,
  ).catch((error: unknown) => {
    throw isCutOff(error) ? goneAway('It takes too long to find what is in the export') : error
  })
  return pieces.map(({ keys }) => keys)
}

/** As the database writes them: to make objects of them first takes as long again, and more room than all else. */
async function rowsOf(keys: string): Promise<Row[]> {
  const { sql: text, params } = db
    .select(columns)
    .from(tickets)
    .innerJoin(people, eq(people.id, tickets.requesterId))
    .leftJoin(assignees, eq(assignees.id, tickets.assigneeId))
    .leftJoin(categories, eq(categories.id, tickets.categoryId))
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .leftJoin(organizations, eq(organizations.id, people.organizationId))
    .where(sql`${tickets.id} = any(${keys}::bigint[])`)
    .orderBy(asc(tickets.id))
    .toSQL()
  return (await connection.unsafe(text, params as string[], { prepare: true }).values()) as Row[]
}

type Row = (string | null)[]

/** The names of tags, in their order, for their keys. */
async function namesOfTags(keys: readonly string[]) {
  const asked = `{${[...new Set(keys)].join()}}`
  const tags = await db.execute<{ key: string; name: string }>(sql`
    select id::text as key, name from tags where id = any(${asked}::bigint[]) order by name collate "C"`)
  const placed = new Map(tags.map(({ key, name }, place) => [key, { name, place }]))
  return (borne: string | null | undefined) =>
    borne
      ?.split(',')
      .flatMap((key) => placed.get(key) ?? [])
      .sort((one, other) => one.place - other.place)
      .map(({ name }) => name)
      .join(', ') ?? null
}
