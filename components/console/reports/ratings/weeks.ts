import type { Grain, Period } from '@/lib/analytics/period'
import { bucketsOf } from '@/lib/analytics/period'
import type { RatingsReport } from '@/lib/analytics/ratings-report'
import type { Share } from '@/lib/analytics/totals'

interface Weeks {
  readonly grain: Grain
  readonly buckets: readonly { readonly period: Period; readonly ratings: Share }[]
}

/** Days as the weeks they are of: a day seldom has enough ratings for a share. Weeks and months stay. */
export function inWeeks({ grain, buckets }: Pick<RatingsReport, 'grain' | 'buckets'>): Weeks {
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (grain !== 'day' || !first || !last) return { grain, buckets }
  return {
    grain: 'week',
    buckets: bucketsOf({ from: first.period.from, to: last.period.to }, 'week').map((week) => {
      const days = buckets.filter(({ period }) => period.from >= week.from && period.to <= week.to)
      const sum = (part: keyof Share) => days.reduce((total, { ratings }) => total + ratings[part], 0)
      return { period: week, ratings: { n: sum('n'), of: sum('of') } }
    }),
  }
}
