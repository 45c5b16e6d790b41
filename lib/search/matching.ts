import { type SQL, sql } from 'drizzle-orm'
import { plannedForItsValues } from '@/db/client'
import { readWithin } from '@/db/read-within'
import { tickets } from '@/db/schema'
import { patience } from '@/lib/patience'
import type { Status } from '@/lib/tickets/ticket'
import { isComplete, reaches, rowsThatMatch } from './candidates'
import type { Meaning } from './meaning'
import type { Hit } from './ranking'

/** A subject says in a few words what a message says in many. */
const subjectWeight = 4

/** A word of the customer's name matches less than one that was written. */
const customerRank = 0.2

/** Looking at a ticket for its status and its age costs as much as finding it. */
const mostHits = { near: 200, glance: 100, far: 5_000 } as const

interface Matching extends Pick<Meaning, 'wanted' | 'spam'> {
  /** Customers whose tickets match by their name. */
  readonly customers: readonly number[]
  readonly reach: keyof typeof mostHits
}

/**
 * Tickets where one message, or the subject, or the customer's name has all that is wanted; and whether there are no
 * others further back. The operators are asked afterwards (`thatMeet`).
 */
export async function matchingTickets({ wanted, spam, customers, reach }: Matching) {
  const { messages: said, tickets: titled } = reaches[reach]
  const most = sql.raw(String(mostHits[reach]))
  // The words are kept from the planner: its plan for all of them does, and to make one takes as long as to search.
  const [query, rank] = [sql`(select every_word from wanted)`, sql`(select any_word from wanted)`]
  const [found] = await readWithin<{ hits: Row[] | null; all: boolean }>(
    patience[reach],
    sql`
    with
    wanted as materialized (select ${together(wanted, '&&')} as every_word, ${together(wanted, '||')} as any_word),
    ${rowsThatMatch('said', { table: 'messages', columns: sql`m.id, m.ticket_id, ts_rank(m.search, ${rank}) as rank`, query }, said)},
    ${rowsThatMatch('titled', { table: 'tickets', columns: sql`m.id`, query }, titled)},
    said as (select * from said_new union all select * from said_old),
    named as (
      select t.id from tickets t where t.requester_id = any((select ${list(customers)})::bigint[]) order by t.updated_at desc limit 100),
    hit as (
      select id, max(rank) as rank, max(message) as message from (
        select ticket_id as id, max(rank) as rank, (array_agg(id order by rank desc, id desc))[1] as message
          from said group by ticket_id
        union all select id, 0, null from titled_new
        union all select id, 0, null from titled_old
        union all select id, ${customerRank}, null from named) one
      group by id order by rank desc, message desc nulls last limit ${most})
    select json_agg(${row(withSubject(sql`hit.rank`, rank), sql`hit.message`)}) as hits,
      (select count(*) from hit) < ${most} and ${isComplete('said', said)} and ${isComplete('titled', titled)} as all
    from hit join tickets on ${tickets.id} = hit.id where ${unlessSpam(spam)}`,
  )
  return { hits: read(found?.hits), all: found?.all ?? true }
}

/**
 * Those that meet the conditions. Asked by itself, because the statement that finds them takes longer to plan than to run:
 * so it has one plan for all searches, and only this short one, which reads their rows and no others, is planned for its
 * values.
 */
export async function thatMeet(conditions: readonly SQL[], hits: readonly Hit[]): Promise<readonly Hit[]> {
  if (conditions.length === 0 || hits.length === 0) return hits
  const met = await readWithin<{ id: number }>(
    patience.near,
    sql`
    ${plannedForItsValues} select ${tickets.id} from (
      select * from tickets where id = any(${list(hits.map(({ id }) => id))}) offset 0) tickets
    where ${sql.join([...conditions], sql` and `)}`,
  )
  const ids = new Set(met.map(({ id }) => id))
  return hits.filter(({ id }) => ids.has(id))
}

/** Of these tickets those that have all that is wanted anywhere (subject, messages, customer), and nothing unwanted. */
export async function provenTickets(
  ids: readonly number[],
  { wanted, unwanted }: Pick<Meaning, 'wanted' | 'unwanted'>,
): Promise<readonly Hit[]> {
  if (ids.length === 0) return []
  const rank = together(wanted, '||')
  const stems = [...wanted, ...unwanted].map((stem, place) => ({ stem, has: sql.identifier(`has_${place}`) }))
  const has = stems.map(({ stem, has }) => sql`bool_or(m.search @@ ${stem}::tsquery) as ${has}`)
  const anywhere = stems.map(
    ({ stem, has }) => sql`(coalesce(said.${has}, false) or ${tickets.search} @@ ${stem}::tsquery
      or p.search @@ ${stem}::tsquery)`,
  )
  const demands = anywhere.map((found, place) => (place < wanted.length ? found : sql`not ${found}`))
  const [found] = await readWithin<{ hits: Row[] | null }>(
    patience.near,
    sql`
    select json_agg(${row(withSubject(sql`said.rank`, rank), sql`said.message`)}) as hits
    from tickets cross join lateral (
      select to_tsvector('english', c.name || ' ' || c.email::text) as search from people c where c.id = ${tickets.requesterId} offset 0) p
    cross join lateral (
      select max(ts_rank(m.search, ${rank})) as rank,
        (array_agg(m.id order by ts_rank(m.search, ${rank}) desc, m.id desc) filter (where m.search @@ ${rank}))[1] as message,
        ${sql.join(has, sql`, `)}
      from messages m where m.ticket_id = ${tickets.id}) said
    where ${tickets.id} = any((select ${list(ids)})::bigint[]) and ${sql.join(demands, sql` and `)}`,
  )
  return read(found?.hits)
}

/** The tickets that were changed last of those that meet the conditions; the database looks for them `within` so many milliseconds. */
export async function newestTickets(
  { conditions, spam }: Pick<Meaning, 'conditions' | 'spam'>,
  limit: number,
  within: number = patience.near,
): Promise<readonly Hit[]> {
  const [found] = await readWithin<{ hits: Row[] | null }>(
    within,
    sql`
    ${plannedForItsValues} select json_agg(hit) as hits from (
      select ${row(sql`0`, sql`null`)} as hit from tickets
      where ${sql.join([unlessSpam(spam), ...conditions], sql` and `)}
      order by ${tickets.updatedAt} desc, ${tickets.id} desc limit ${limit}) newest`,
  )
  return read(found?.hits)
}

const unlessSpam = (spam: boolean) => (spam ? sql`true` : sql`${tickets.spamAt} is null`)

type Row = readonly [id: number, rank: number, message: number | null, status: Status, updatedAt: number]

/** As little of `tickets` as a ranking needs. */
const row = (
  rank: SQL,
  message: SQL,
) => sql`json_build_array(${tickets.id}, ${rank}, ${message}, ${tickets.status},
  round(extract(epoch from ${tickets.updatedAt}) * 1000))`

const withSubject = (rank: SQL, query: SQL) =>
  sql`coalesce(${rank}, 0) + ${subjectWeight} * ts_rank(${tickets.search}, ${query})`

const read = (rows: readonly Row[] | null | undefined): readonly Hit[] =>
  (rows ?? []).map(([id, rank, message, status, updatedAt]) => ({ id, rank, message, status, updatedAt }))

const together = (stems: readonly string[], operator: '&&' | '||') =>
  stems.length === 0
    ? sql`''::tsquery`
    : sql`(${sql.join(
        stems.map((stem) => sql`${stem}::tsquery`),
        sql.raw(` ${operator} `),
      )})`

const list = (keys: readonly number[]) => sql`${`{${keys.join()}}`}::bigint[]`
