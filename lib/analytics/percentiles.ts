import { sql } from 'drizzle-orm'
import { plannedForItsValues } from '@/db/client'
import { narrowedTo, within } from './counts'
import type { FactKind, HoursCounted } from './fact'
import { read } from './one-moment'
import { grainOf, monthsWithin, type Period } from './period'
import { isNarrowed, type Narrowed, type Scope } from './scope'
import { type Classes, sizeClass, sizesAround, valueAlong } from './tally'

/** Seconds. Between two durations it is in between, as `percentile_cont` of SQL. */
export interface Percentiles {
  readonly median: number
  readonly p90: number
}

/** A kind of durations in a period. */
export interface Durations {
  readonly kind: FactKind
  readonly period: Period
}

const shares = { median: 0.5, p90: 0.9 } as const

/**
 * The exact median and 90th percentile of each of the durations asked for, in their order; null where there are none.
 * Of all tickets the tallies tell in which class of size each is, and only that class is read; of some, all are.
 */
export async function percentiles(
  narrowed: Narrowed,
  hours: HoursCounted,
  asked: readonly Durations[],
): Promise<readonly (Percentiles | null)[]> {
  if (asked.length === 0) return []
  if (isNarrowed(narrowed)) return percentilesOfSome(narrowed, hours, asked)
  const months = asked.some(({ period }) => grainOf(period) === 'month')
  const classes: Classes = months ? 'fine' : 'coarse'
  const places = (await classesOf(hours, asked, classes)).map(placesOf)
  const found = await valuesAt(hours, asked, places, classes)
  return places.map((wanted, which) => {
    if (!wanted) return null
    const at = (share: keyof typeof shares) => {
      const { low, high, weight } = wanted[share]
      const [below = 0, above = 0] = [low, high].map((place) => found.get(nameOf(which, place)))
      return below + weight * (above - below)
    }
    return { median: at('median'), p90: at('p90') }
  })
}

/** The `place`-th of a class of size, from 0. */
interface Place {
  readonly size: number
  readonly place: number
}

type Class = readonly [size: number, n: number]

const nameOf = (which: number, { size, place }: Place) => `${which} ${size} ${place}`

const amountIn = (hours: HoursCounted) => (hours === 'business' ? 'open_amount' : 'amount')

/** How many durations there are of each class of size on a day, or in a month. */
interface Tallied {
  readonly kind: FactKind
  readonly span: 'day' | 'month'
  readonly starts: string
  readonly sizes: readonly number[]
  readonly counts: readonly number[]
}

/** Periods overlap: that of a report is all of its buckets. So each day and each month is read once, and added up here. */
async function classesOf(hours: HoursCounted, asked: readonly Durations[], classes: Classes) {
  const dimension = sql.raw(`'${amountIn(hours)}${classes === 'coarse' ? '_coarse' : ''}'`)
  const parts = asked.map(({ kind, period }) => {
    const { months, days } = monthsWithin(period)
    return { kind, month: months ? [months] : [], day: days }
  })
  const spans = parts.flatMap(({ kind, month, day }) => [
    ...month.map((one) => ({ kind, span: 'month', ...one })),
    ...day.map((one) => ({ kind, span: 'day', ...one })),
  ])
  const rows = await read<{ [Name in keyof Tallied]: Tallied[Name] }>(sql`
    select p.kind, p.span, to_char(p.starts, 'YYYY-MM-DD') as starts, t.sizes, t.counts
    from (
      select distinct s.kind, s.span, d.starts::date as starts
      from json_to_recordset(${JSON.stringify(spans)}) as s(kind fact_kind, span tally_span, "from" date, "to" date)
      cross join lateral generate_series(s."from"::timestamp, s."to", ('1 ' || s.span)::interval) d(starts)) p
    cross join lateral (
      select array_to_json(array_agg(value)) as sizes, array_to_json(array_agg(n)) as counts from fact_tallies
      where span = p.span and kind = p.kind and dimension = ${dimension} and starts = p.starts) t
    where t.sizes is not null`)
  return parts.map(({ kind, ...within }): readonly Class[] => {
    const sums = new Map<number, number>()
    for (const { sizes, counts } of rows.filter(
      (row) =>
        row.kind === kind && within[row.span].some(({ from, to }) => from <= row.starts && row.starts <= to),
    ))
      for (const [place, size] of sizes.entries())
        sums.set(size, (sums.get(size) ?? 0) + (counts[place] ?? 0))
    return [...sums].sort(([one], [other]) => one - other)
  })
}

/** Where the durations are that a percentile lies between, and how far from the first to the second. */
function placesOf(classes: readonly Class[]) {
  const total = classes.reduce((sum, [, n]) => sum + n, 0)
  if (total === 0) return null
  const between = (share: number) => {
    const rank = share * (total - 1)
    const low = Math.floor(rank)
    return {
      low: placeOf(classes, low),
      high: placeOf(classes, Math.min(low + 1, total - 1)),
      weight: rank - low,
    }
  }
  return { median: between(shares.median), p90: between(shares.p90) }
}

function placeOf(classes: readonly Class[], rank: number): Place {
  let left = rank
  for (const [size, n] of classes) {
    if (left < n) return { size, place: left }
    left -= n
  }
  throw new Error('A rank is beyond all classes')
}

type Places = ReturnType<typeof placesOf>

/** Reads what is at those places: of each day only the durations of that class, by index. */
async function valuesAt(
  hours: HoursCounted,
  asked: readonly Durations[],
  places: readonly Places[],
  classes: Classes,
) {
  const amount = sql.raw(amountIn(hours))
  const wanted = places.flatMap((place, which) =>
    place
      ? [
          ...new Map(
            [place.median.low, place.median.high, place.p90.low, place.p90.high].map((one) => [
              nameOf(which, one),
              one,
            ]),
          ).values(),
        ].map((one) => ({ which, ...one }))
      : [],
  )
  if (wanted.length === 0) return new Map<string, number>()
  const rows = await read<{ which: number; size: number; place: number; amount: number }>(sql`
    with wanted as (
      select * from json_to_recordset(${JSON.stringify(
        wanted.map(({ which, size, place }) => ({
          which,
          size,
          place,
          ...asked[which]?.period,
          kind: asked[which]?.kind,
          ...sizesAround(size, classes),
        })),
      )}) as w(which integer, size integer, place integer, kind fact_kind, "from" date, "to" date, least integer, most integer)),
    classes as (
      select c.which, c.size, array_agg(f.amount order by f.amount) as amounts
      from (select distinct which, size, kind, "from", "to", least, most from wanted) c
      cross join lateral generate_series(c."from"::timestamp, c."to", interval '1 day') d(day)
      cross join lateral (
        select ${amount} as amount from facts
        where kind = c.kind and day = d.day::date and ${amount} between c.least and c.most and ${sizeClass(amount, classes)} = c.size
        -- Each day by itself: all days of such a size would be read for a few of them.
        offset 0) f
      group by c.which, c.size)
    select which, size, place, amounts[place + 1] as amount from wanted join classes using (which, size)`)
  return new Map(rows.map((row) => [nameOf(row.which, row), row.amount]))
}

async function percentilesOfSome(narrowed: Narrowed, hours: HoursCounted, asked: readonly Durations[]) {
  const amount = sql.raw(amountIn(hours))
  const each = asked.map(
    ({ kind, period }, which) => sql`
      select ${which}::integer as which, percentile_cont(array[${shares.median}, ${shares.p90}]::float8[]) within group (order by ${amount}) as at
      from facts where kind = ${kind} and (${within(sql`day`, [period])}) and ${amount} is not null and ${narrowedTo(narrowed)}`,
  )
  const rows = await read<{ which: number; at: number[] | null }>(
    sql`${sql.join(each, sql` union all `)} order by which ${plannedForItsValues}`,
  )
  return rows.map(({ at }) => (at ? { median: at[0] ?? 0, p90: at[1] ?? 0 } : null))
}

export interface MedianOf {
  readonly kind: FactKind
  /** A key; 0: none. */
  readonly value: number
  readonly median: number
}

type Medians = { [Name in keyof MedianOf]: MedianOf[Name] }

/** The median of some kinds of durations of each of the staff over the period of a report, where they have any. */
export async function mediansOfAgents(
  { period, hours, ...narrowed }: Scope,
  kinds: readonly FactKind[],
): Promise<readonly MedianOf[]> {
  // Each agent's by index: they come apart from each other, so that only each one's own are sorted.
  return read<Medians>(sql`
    select k.kind, p.id as value, m.median
    from people p cross join unnest(array[${sql.join([...kinds], sql`, `)}]::fact_kind[]) k(kind)
    cross join lateral (
      select percentile_cont(0.5) within group (order by ${sql.raw(amountIn(hours))}) as median from facts
      where agent_id = p.id and kind = k.kind and (${within(sql`day`, [period])}) and ${narrowedTo(narrowed)}) m
    where p.role <> 'customer' and m.median is not null ${plannedForItsValues}`)
}

/** The same of each category. */
export async function mediansOfCategories(
  { period, hours, ...narrowed }: Scope,
  kinds: readonly FactKind[],
): Promise<readonly MedianOf[]> {
  const amount = sql.raw(amountIn(hours))
  // Each category's are put together first and sorted by themselves: to sort all of them takes twice as long.
  return read<Medians>(sql`
    select kind, value, (select percentile_cont(0.5) within group (order by one) from (select unnest(durations) as one) d) as median
    from (
      select kind, ${valueAlong.category} as value, array_agg(${amount}) as durations
      from facts
      where kind in ${[...kinds]} and ${amount} is not null and (${within(sql`day`, [period])}) and ${narrowedTo(narrowed)}
      group by kind, 2) f ${plannedForItsValues}`)
}
