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

/** The ways to look. */
export const reaches = {
  /** For a page of results. */
  near: {
    messages: { spans: 6, most: 150, few: 16, earlier: 400 },
    tickets: { spans: 3, most: 80, few: 10, earlier: 200 },
  },
  /** For one word of several. */
  glance: {
    messages: { spans: 3, most: 80, few: 10, earlier: 100 },
    tickets: { spans: 2, most: 40, few: 8, earlier: 60 },
  },
  /** For words in a queue, which go through its other filters and its order afterwards. */
  queue: {
    messages: { spans: 6, most: 400, few: 16, earlier: 600 },
    tickets: { spans: 3, most: 150, few: 10, earlier: 300 },
  },
  /** For somebody who wants all of them and has the time. */
  far: {
    messages: { spans: 1, most: 5_000, few: 5_000, earlier: 5_000 },
    tickets: { spans: 1, most: 2_000, few: 2_000, earlier: 2_000 },
  },
} as const satisfies Record<string, Readonly<Record<'messages' | 'tickets', Reach>>>

/**
 * The `columns` of rows (`m`) of a table whose text matches, the newest first in the newest spans, as the steps `<name>_new` and `<name>_old` of
 * a `with`. `<name>_new` is full at `most`.
 */
export function rowsThatMatch(
  name: string,
  {
    table,
    columns,
    query,
  }: {
    readonly table: 'messages' | 'tickets'
    readonly columns: SQL
    readonly query: SQL
  },
  reach: Reach,
) {
  const { spans, most, few, earlier } = written(reach)
  const rows = sql.identifier(table)
  const bits = sql.raw(String(spanBits[table]))
  const [newest, recent, old] = ['top', 'new', 'old'].map((step) => sql.identifier(`${name}_${step}`))
  const first = sql`(select span - ${spans} + 1 from ${newest})`
  return sql`
    ${newest} as materialized (select max(id) >> ${bits} as span from ${rows}),
    ${recent} as materialized (
      select one.* from ${newest} cross join generate_series(span, span - ${spans} + 1, -1) back(span)
      cross join lateral (
        -- All of a span that match are read, for the index tells them oldest first; but only these are ranked.
        select ${columns} from (
          select * from ${rows} m
          where (m.id >> ${bits}) = back.span and m.search @@ ${query}
          order by m.id desc limit ${most}) m) one
      limit ${most}),
    ${old} as materialized (
      select ${columns} from ${rows} m
      -- The sum keeps the planner from reading the index of keys, which has most of the table on this side.
      where m.search @@ ${query} and m.id + 0 < ${first} << ${bits} and (select count(*) from ${recent}) < ${few}
      limit ${earlier})`
}

/** Whether the steps of `rowsThatMatch` have looked at all there is. */
export function isComplete(name: string, reach: Reach) {
  const { spans, most, few, earlier } = written(reach)
  const [newest, recent, old] = ['top', 'new', 'old'].map((step) => sql.identifier(`${name}_${step}`))
  return sql`coalesce((
    select new < ${most} and old < ${earlier} and (new < ${few} or span < ${spans})
    from ${newest}, (select count(*) as new from ${recent}) one, (select count(*) as old from ${old}) two), true)`
}

/** Ours, and the same for each search: the planner may know them. */
const written = ({ spans, most, few, earlier }: Reach) => ({
  spans: sql.raw(String(spans)),
  most: sql.raw(String(most)),
  few: sql.raw(String(few)),
  earlier: sql.raw(String(earlier)),
})
