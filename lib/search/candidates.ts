import { type SQL, sql } from 'drizzle-orm'
import { spanBits } from '@/db/schema/spans'

/**
 * How far a search goes. What is in every other message is found in the newest spans of keys; further back is only looked
 * where these have little: then there is not much in all of them.
 */
export interface Reach {
  /** How many of the newest spans are looked at one by one. */
  readonly spans: number
  /** How many rows of these are enough. */
  readonly most: number
  /** Below that many, all earlier rows are looked at too. */
  readonly few: number
  readonly earlier: number
}

/** The three ways to look. */
export const reaches = {
  /** For a page of results. */
  near: {
    messages: { spans: 16, most: 200, few: 40, earlier: 1_000 },
    tickets: { spans: 16, most: 100, few: 30, earlier: 1_000 },
  },
  /** For one word of several. */
  glance: {
    messages: { spans: 8, most: 100, few: 20, earlier: 200 },
    tickets: { spans: 8, most: 50, few: 20, earlier: 100 },
  },
  /** For somebody who wants all of them and has the time. */
  far: {
    messages: { spans: 1, most: 5_000, few: 5_000, earlier: 5_000 },
    tickets: { spans: 1, most: 2_000, few: 2_000, earlier: 2_000 },
  },
} as const satisfies Record<string, Readonly<Record<'messages' | 'tickets', Reach>>>

/**
 * The rows of a table whose text matches, newest spans first, as the steps `<name>_new` and `<name>_old` of a `with`. They have `columns` and
 * the `rank` of the text. `<name>_new` is full at `most`.
 */
export function rowsThatMatch(
  name: string,
  {
    table,
    columns,
    query,
    rank,
  }: {
    readonly table: 'messages' | 'tickets'
    readonly columns: SQL
    readonly query: SQL
    readonly rank: SQL
  },
  { spans, most, few, earlier }: Reach,
) {
  const rows = sql.identifier(table)
  const bits = sql.raw(String(spanBits[table]))
  const [newest, recent, old] = ['top', 'new', 'old'].map((step) => sql.identifier(`${name}_${step}`))
  const first = sql`(select span - ${spans - 1} from ${newest})`
  return sql`
    ${newest} as materialized (select max(id) >> ${bits} as span from ${rows}),
    ${recent} as materialized (
      select one.* from ${newest} cross join generate_series(span, span - ${spans - 1}, -1) back(span)
      cross join lateral (
        select ${columns}, ts_rank(m.search, ${rank}) as rank from ${rows} m
        where (m.id >> ${bits}) = back.span and m.search @@ ${query} offset 0) one
      limit ${most}),
    ${old} as materialized (
      select ${columns}, ts_rank(m.search, ${rank}) as rank from ${rows} m
      -- The sum keeps the planner from reading the index of keys, which has most of the table on this side.
      where m.search @@ ${query} and m.id + 0 < ${first} << ${bits} and (select count(*) from ${recent}) < ${few}
      limit ${earlier})`
}

/** Whether the steps of `rowsThatMatch` have looked at all there is. */
export function isComplete(name: string, { spans, most, few, earlier }: Reach) {
  const [newest, recent, old] = ['top', 'new', 'old'].map((step) => sql.identifier(`${name}_${step}`))
  return sql`coalesce((
    select new < ${most} and old < ${earlier} and (new < ${few} or span < ${spans})
    from ${newest}, (select count(*) as new from ${recent}) one, (select count(*) as old from ${old}) two), true)`
}
