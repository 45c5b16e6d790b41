import { backlogAt } from './backlog'
import { countsAlong, countsOfBoth, type ValueCount } from './counts'
import { type FactKind, factKinds } from './fact'
import { type Named, ofCategories, ofChannels, ofPriorities } from './named'
import { ofOneMoment } from './one-moment'
import { type Durations, type Percentiles, percentiles } from './percentiles'
import { bucketsOf, type Grain, grainOf, type Period } from './period'
import { noResolutions, resolutions } from './resolutions'
import type { Scope } from './scope'
import { ratingsOf, spreadOf, sumOf, type Totals, targetShares } from './totals'

/** The numbers of one day, week or month of a report. */
export interface Bucket extends Omit<Totals, 'firstResponse' | 'nextResponse' | 'resolution'> {
  readonly period: Period
  readonly firstResponse: Percentiles | null
  readonly resolution: Percentiles | null
}

/** What came in and what was done of one category, channel or priority. */
export interface Volume {
  /** As an address names it; `none`: of no category. */
  readonly name: string
  readonly label: string
  readonly created: number
  readonly resolved: number
}

export interface Overview {
  readonly grain: Grain
  readonly totals: Totals
  /** Of the period before; null: it is compared with nothing. */
  readonly before: Totals | null
  readonly buckets: readonly Bucket[]
  readonly categories: readonly Volume[]
  readonly channels: readonly Volume[]
  readonly priorities: readonly Volume[]
  /** Tickets created in each hour of the week, from Monday midnight on: 168. */
  readonly hours: readonly number[]
}

const measured = ['first_response', 'next_response', 'resolved'] as const satisfies readonly FactKind[]

/** The numbers of a period, of all tickets or of some. Read them by `fresh` (fresh.ts). */
export const overview = ofOneMoment(async (scope: Scope): Promise<Overview> => {
  const { period, before } = scope
  const grain = grainOf(period)
  const buckets = bucketsOf(period, grain)
  const compared = before ? [period, before] : [period]
  const spans = compared.flatMap((one) => measured.map((kind): Durations => ({ kind, period: one })))
  const parts = buckets.flatMap((one) =>
    (['first_response', 'resolved'] as const).map((kind): Durations => ({ kind, period: one })),
  )
  const [days, backlogs, medians, ended, endedBefore, categories, byCategory, byChannel, byPriority, hours] =
    await Promise.all([
      countsOfBoth(scope, factKinds),
      backlogAt(
        scope,
        [...buckets, ...compared].map(({ to }) => to),
      ),
      percentiles(scope, scope.hours, [...spans, ...parts]),
      resolutions(scope, period, [period, ...buckets]),
      before ? resolutions(scope, before, [before]) : [],
      ofCategories(),
      countsAlong(scope, period, 'category', ['created', 'resolved']),
      countsAlong(scope, period, 'channel', ['created', 'resolved']),
      countsAlong(scope, period, 'priority', ['created', 'resolved']),
      countsAlong(scope, period, 'hour', ['created']),
    ])
  const totalsOf = (one: Period, place: number): Totals => {
    const [first = null, next = null, resolution = null] = medians.slice(place * measured.length)
    const resolved = sumOf(days, 'resolved', one)
    return {
      created: sumOf(days, 'created', one).n,
      resolved: resolved.n,
      backlog: backlogs[buckets.length + place] ?? 0,
      targets: targetShares(days, one),
      firstResponse: spreadOf(sumOf(days, 'first_response', one), scope.hours, first),
      nextResponse: spreadOf(sumOf(days, 'next_response', one), scope.hours, next),
      // Only those that last were measured.
      resolution: spreadOf({ ...resolved, n: resolved.good }, scope.hours, resolution),
      ...((place === 0 ? ended : endedBefore)[0] ?? noResolutions),
      ratings: ratingsOf(sumOf(days, 'rated', one)),
    }
  }
  const ofBuckets = medians.slice(spans.length)
  return {
    grain,
    totals: totalsOf(period, 0),
    before: before && totalsOf(before, 1),
    buckets: buckets.map((one, place) => ({
      period: one,
      created: sumOf(days, 'created', one).n,
      resolved: sumOf(days, 'resolved', one).n,
      backlog: backlogs[place] ?? 0,
      targets: targetShares(days, one),
      ...(ended[1 + place] ?? noResolutions),
      ratings: ratingsOf(sumOf(days, 'rated', one)),
      firstResponse: ofBuckets[2 * place] ?? null,
      resolution: ofBuckets[2 * place + 1] ?? null,
    })),
    categories: volumes(byCategory, categories),
    channels: volumes(byChannel, ofChannels),
    priorities: volumes(byPriority, ofPriorities),
    hours: Array.from({ length: 168 }, (_, hour) => hours.find(({ value }) => value === hour)?.n ?? 0),
  }
})

/** Of what nothing was created and nothing resolved there is no row. */
const volumes = (found: readonly ValueCount[], named: readonly Named[]): readonly Volume[] =>
  named
    .map(({ value, name, label }) => {
      const of = (kind: FactKind) => found.find((one) => one.kind === kind && one.value === value)?.n ?? 0
      return { name, label, created: of('created'), resolved: of('resolved') }
    })
    .filter(({ created, resolved }) => created + resolved > 0)
