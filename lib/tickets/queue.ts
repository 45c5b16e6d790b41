import { and, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db, type Tx } from '@/db/client'
import { within } from '@/db/read-within'
import { categories, messages, people, tickets } from '@/db/schema'
import { fresh } from '@/lib/analytics/fresh'
import { unlessCutOff } from '@/lib/database-errors'
import { storedDraftWords } from '@/lib/drafts/find'
import { patience } from '@/lib/patience'
import type { Agent } from '@/lib/viewer'
import { type QueueColumn, usualColumns } from './queue-columns'
import { asksForWords, conditions, planning } from './queue-conditions'
import { readCursor, writeCursor } from './queue-cursor'
import type { QueueFilter } from './queue-filter'
import { orderedPage } from './queue-order'
import { frequentTags, tagsAsked } from './queue-tags'

const queuePageSize = 25

const assignees = alias(people, 'assignee')

/** What the customer-visible thread says last. A note is no part of it. */
const preview = sql<string | null>`(
  select left(${messages.body}, 160) from ${messages}
  where ${messages.ticketId} = ${tickets.id} and ${messages.audience} = 'everyone'
  order by ${messages.id} desc limit 1)`

/** The tags of a ticket; no name has a comma in it. */
const tags = sql<string | null>`(
  select string_agg(g.name, ',')
  from ticket_tags x join tags g on g.id = x.tag_id where x.ticket_id = ${tickets.id})`

const columnsFor = (agent: Agent, shown: readonly QueueColumn[]) => ({
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
  customer: people.name,
  assignee: assignees.name,
  category: categories.name,
  tags,
  /** What the agent has begun to write on it. */
  draft: storedDraftWords(agent, sql`${tickets.id}`),
  ...rare(shown),
})

/** Names that few look at, asked for where their columns are shown. */
const rare = (shown: readonly QueueColumn[]) => ({
  team: shown.includes('team')
    ? sql<string | null>`(select m.name from teams m where m.id = ${tickets.teamId})`
    : nothing,
  organization: shown.includes('organization')
    ? sql<string | null>`(select o.name from organizations o where o.id = ${people.organizationId})`
    : nothing,
})

const nothing = sql<string | null>`null`

export type QueueRow = Awaited<ReturnType<typeof pageOfQueue>>['rows'][number]

type Reader = Pick<Tx, 'select'>

/** Words may be in more than the database looks through while somebody waits. */
const looking = <Result>(filter: QueueFilter, read: (reader: Reader) => PromiseLike<Result>) =>
  asksForWords(filter) ? within(patience.near, read) : read(db)

/**
 * One page of the queue (25 rows) in the filter's order, in one statement (and one more where it asks for tags). `next` and
 * `previous` are the cursors of the neighbouring pages, null where there is none. `missing` says why the rows are not known: it
 * took too long to look for the words, or the numbers of the reports, behind which they stand, are computed anew.
 */
export const queue = (
  agent: Agent,
  filter: QueueFilter,
  now: Date,
  shown: readonly QueueColumn[] = usualColumns,
) => unlessCutOff(pageOfQueue(agent, filter, now, shown), { ...noPage, missing: 'words' as const })

/** What keeps the rows of a queue from being known. */
export type Unread = 'words' | 'numbers'

const noPage = { rows: [], next: null, previous: null } as const

async function pageOfQueue(agent: Agent, filter: QueueFilter, now: Date, shown: readonly QueueColumn[]) {
  const { sort, dir } = filter
  if (filter.behind && !(await fresh())) return { ...noPage, missing: 'numbers' as const }
  const after = readCursor(filter.after, sort)
  const before = after ? null : readCursor(filter.before, sort)
  const page = orderedPage({
    sort,
    dir,
    conditions: conditions(agent, filter, now, await frequentTags(tagsAsked(filter))),
    cursor: after ?? before,
    before: before !== null,
    limit: queuePageSize + 1,
  })
  const found = await looking(filter, (reader) =>
    reader
      .select({ ...columnsFor(agent, shown), place: sql<string>`page.place` })
      .from(sql`(${planning(filter)} ${page.rows}) page`)
      .innerJoin(tickets, sql`${tickets.id} = page.id`)
      .innerJoin(people, eq(people.id, tickets.requesterId))
      .leftJoin(assignees, eq(assignees.id, tickets.assigneeId))
      .leftJoin(categories, eq(categories.id, tickets.categoryId))
      .orderBy(page.order),
  )
  const more = found.length > queuePageSize
  const rows = before ? found.slice(0, queuePageSize).reverse() : found.slice(0, queuePageSize)
  const cursorOf = (row: (typeof rows)[number] | undefined) =>
    row ? writeCursor(row.place, row.refid) : null
  return {
    rows: rows.map(({ place: _, ...row }) => row),
    next: before || more ? cursorOf(rows.at(-1)) : null,
    previous: after || (before && more) ? cursorOf(rows[0]) : null,
    missing: null,
  }
}

/** Some tickets as rows of the queue, each with whether the filter asks for it as it is now. */
export async function queueRows(
  agent: Agent,
  refids: readonly string[],
  {
    filter,
    now,
    shown,
  }: { readonly filter: QueueFilter; readonly now: Date; readonly shown: readonly QueueColumn[] },
) {
  const asked = conditions(agent, filter, now, await frequentTags(tagsAsked(filter)))
  return looking(filter, (reader) =>
    reader
      .select({
        ...columnsFor(agent, shown),
        fits: sql<boolean>`${planning(filter)} coalesce(${and(...asked)}, false)`,
      })
      .from(tickets)
      .innerJoin(people, eq(people.id, tickets.requesterId))
      .leftJoin(assignees, eq(assignees.id, tickets.assigneeId))
      .leftJoin(categories, eq(categories.id, tickets.categoryId))
      .where(inArray(tickets.refid, [...refids])),
  )
}
