import { type SQL, sql } from 'drizzle-orm'
import { plannedForItsValues } from '@/db/client'
import type { FactDimension, FactKind } from './fact'
import { read } from './one-moment'
import { grainOf, monthsWithin, type Period } from './period'
import { isNarrowed, type Narrowed, type Scope } from './scope'
import { valueAlong } from './tally'

/** How many facts of a kind, how many of them were good, and what they add up to: seconds, or scores. */
export interface Sums {
  readonly n: number
  readonly good: number
  readonly amount: number
  readonly openAmount: number
}

export interface DayCount extends Sums {
  readonly day: string
  readonly kind: FactKind
}

export interface ValueCount extends Sums {
  readonly kind: FactKind
  readonly value: number
}

const summed = sql`sum(n)::integer as n, sum(good)::integer as good, sum(amount)::float8 as amount, sum(open_amount)::float8 as "openAmount"`

/** The days of a period; of one that is shown in months, whole months by their first days, and the days around them. */
export const daysAndMonths = (period: Period) =>
  grainOf(period) === 'month' ? monthsWithin(period) : { days: [period], months: null }

/** Spans, as a table `s`: each has its place among them. */
export const spansOf = (spans: readonly Period[]) => sql`
  json_to_recordset(${JSON.stringify(spans.map((span, place) => ({ place, ...span })))}) as s(place integer, "from" date, "to" date)`

/** Of each day of a period on which there were any; in months, of each whole month at its first day. */
const countsByDay = async (narrowed: Narrowed, period: Period, kinds: readonly FactKind[]) => [
  ...(await read<{ [Name in keyof DayCount]: DayCount[Name] }>(sql`
    select to_char(starts, 'YYYY-MM-DD') as day, kind, ${summed}
    from (${counts(narrowed, {
      kinds,
      dimension: 'all',
      ...daysAndMonths(period),
    })}) c
    group by starts, kind order by starts`)),
]

/** As `countsByDay`, of the period of a report and of the one that it is compared with. */
export async function countsOfBoth({ period, before, ...narrowed }: Scope, kinds: readonly FactKind[]) {
  const each = [period, ...(before ? [before] : [])].map((one) => countsByDay(narrowed, one, kinds))
  return (await Promise.all(each)).flat()
}

/** Of each value along a dimension, over the whole period. */
export const countsAlong = async (
  narrowed: Narrowed,
  period: Period,
  dimension: FactDimension,
  kinds: readonly FactKind[],
) => [
  ...(await read<{ [Name in keyof ValueCount]: ValueCount[Name] }>(sql`
    select kind, value, ${summed} from (${counts(narrowed, { kinds, dimension, ...monthsWithin(period) })}) c
    group by kind, value order by kind, value`)),
]

interface Counted {
  readonly kinds: readonly FactKind[]
  readonly dimension: FactDimension
  readonly days: readonly Period[]
  readonly months: Period | null
}

/**
 * The counts of facts of some kinds, along one dimension: from the tallies, or, where only some tickets are asked for, from
 * their facts. Both have the same columns.
 */
export function counts(narrowed: Narrowed, { kinds, dimension, days, months }: Counted): SQL {
  if (isNarrowed(narrowed)) {
    const periods = months ? [...days, months] : days
    return sql`
      select day as starts, kind, value, count(*) as n, sum(coalesce(good, false)::integer) as good, sum(coalesce(amount, 0)) as amount,
        sum(coalesce(open_amount, 0)) as open_amount
      from (select *, (${valueAlong[dimension]})::bigint as value from facts where kind in ${[...kinds]}
        and (${within(sql`day`, periods)}) and ${narrowedTo(narrowed)}) f
      where value is not null group by day, kind, value ${plannedForItsValues}`
  }
  const from = (span: string, periods: readonly Period[]) => sql`
    select starts, kind, value, n, good, amount, open_amount from fact_tallies
    where span = ${sql.raw(`'${span}'`)} and kind in ${[...kinds]} and dimension = ${sql.raw(`'${dimension}'`)} and (${within(sql`starts`, periods)})`
  return sql.join([from('day', days), ...(months ? [from('month', [months])] : [])], sql` union all `)
}

export const within = (day: SQL, periods: readonly Period[]) =>
  periods.length === 0
    ? sql`false`
    : sql.join(
        periods.map(({ from, to }) => sql`${day} between ${from}::date and ${to}::date`),
        sql` or `,
      )

/** What is asked of a fact. */
export function narrowedTo({ priority, channel, category, team, tag, agent, holder }: Narrowed): SQL {
  const asked = [
    priority.length > 0 && sql`priority in ${[...priority]}`,
    channel.length > 0 && sql`channel in ${[...channel]}`,
    category.length > 0 && namedAs(sql`category_id`, sql`select id from categories where slug`, category),
    team.length > 0 && namedAs(sql`team_id`, sql`select id from teams where uid`, team),
    tag.length > 0 &&
      sql`ticket_id in (select x.ticket_id from ticket_tags x join tags g on g.id = x.tag_id where g.name in ${[...tag]})`,
    agent !== undefined && sql`agent_id = ${keyOf(agent)}`,
    holder !== undefined && sql`ticket_id in (select id from tickets where assignee_id = ${keyOf(holder)})`,
  ].filter((condition) => condition !== false)
  return asked.length > 0 ? sql.join(asked, sql` and `) : sql`true`
}

/** The key of one of the staff, by their address. */
export const keyOf = (agent: string) =>
  sql`(select id from people where email = ${agent} and role <> 'customer')`

/** `none` among the names: those without one. */
function namedAs(column: SQL, keys: SQL, names: readonly string[]) {
  const known = names.filter((name) => name !== 'none')
  const named = sql`${column} in (${keys} in ${known})`
  if (known.length === names.length) return named
  return known.length > 0 ? sql`(${column} is null or ${named})` : sql`${column} is null`
}
