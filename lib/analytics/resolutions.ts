import { sql } from 'drizzle-orm'
import { plannedForItsValues } from '@/db/client'
import { counts, daysAndMonths, narrowedTo, spansOf, within } from './counts'
import { read } from './one-moment'
import type { Period } from './period'
import type { Narrowed } from './scope'
import type { Totals } from './totals'

type Resolutions = Pick<Totals, 'ticketsResolved' | 'success' | 'reopened' | 'oneTouch'>

/**
 * What became of the tickets that were resolved in each of some spans within a period, once each, however often they were: how
 * many of them were not reopened after it; of those resolved for the first time, how many were; and of the resolutions that
 * last, how many took one reply.
 */
export async function resolutions(
  narrowed: Narrowed,
  period: Period,
  spans: readonly Period[],
): Promise<readonly Resolutions[]> {
  const [reopenings, touches] = await Promise.all([
    reopeningsOf(narrowed, period, spans),
    oneTouchOf(narrowed, period, spans),
  ])
  return spans.map((_, place) => ({ ...noResolutions, ...reopenings.get(place), ...touches.get(place) }))
}

export const noResolutions: Resolutions = {
  ticketsResolved: 0,
  success: { n: 0, of: 0 },
  reopened: { n: 0, of: 0 },
  oneTouch: { n: 0, of: 0 },
}

async function reopeningsOf(narrowed: Narrowed, period: Period, spans: readonly Period[]) {
  const rows = await read<{
    place: number
    tickets: number
    lasting: number
    firsts: number
    reopened: number
  }>(
    // The resolution before may be to the credit of somebody else.
    narrowed.agent === undefined
      ? byTheOneBefore(narrowed, period, spans)
      : byTicket(narrowed, period, spans),
  )
  return new Map(
    rows.map(({ place, tickets, lasting, firsts, reopened }) => [
      place,
      {
        ticketsResolved: tickets,
        success: { n: lasting, of: tickets },
        reopened: { n: reopened, of: firsts },
      },
    ]),
  )
}

/** A ticket that was resolved twice within a span counts by its first resolution there: by the day of the one before. */
const byTheOneBefore = (narrowed: Narrowed, period: Period, spans: readonly Period[]) => sql`
  select place, coalesce(sum(n) filter (where fresh), 0)::integer as tickets, coalesce(sum(good) filter (where fresh), 0)::integer as lasting,
    coalesce(sum(n) filter (where value = 0), 0)::integer as firsts, coalesce(sum(n - good) filter (where value = 0), 0)::integer as reopened
  from (
    select s.place, c.value, c.n, c.good, c.value < s."from" - date '2000-01-01' as fresh
    from (${counts(narrowed, { kinds: ['resolved'], dimension: 'previous', ...daysAndMonths(period) })}) c
    join ${spansOf(spans)} on c.starts between s."from" and s."to") r
  group by place`

const byTicket = (narrowed: Narrowed, period: Period, spans: readonly Period[]) => sql`
  select place, count(*)::integer as tickets, (count(*) filter (where lasting))::integer as lasting,
    sum(firsts)::integer as firsts, sum(reopened)::integer as reopened
  from (
    select s.place, bool_and(good) as lasting, count(*) filter (where previous is null) as firsts,
      count(*) filter (where previous is null and not good) as reopened
    from facts join ${spansOf(spans)} on day between s."from" and s."to"
    where kind = 'resolved' and (${within(sql`day`, [period])}) and ${narrowedTo(narrowed)}
    group by s.place, ticket_id) t
  group by place ${plannedForItsValues}`

async function oneTouchOf(narrowed: Narrowed, period: Period, spans: readonly Period[]) {
  const rows = await read<{ place: number; n: number; all: number }>(sql`
    select s.place, coalesce(sum(n) filter (where value = 1), 0)::integer as n, sum(n)::integer as "all"
    from (${counts(narrowed, { kinds: ['resolved'], dimension: 'replies', ...daysAndMonths(period) })}) c
    join ${spansOf(spans)} on c.starts between s."from" and s."to"
    group by s.place`)
  return new Map(rows.map(({ place, n, all }) => [place, { oneTouch: { n, of: all } }]))
}
