import type { Target } from '@/lib/sla/target'
import type { DayCount, Sums } from './counts'
import type { FactKind, HoursCounted } from './fact'
import type { Percentiles } from './percentiles'
import type { Period } from './period'

/** So many of so many; of none there is no share. */
export interface Share {
  readonly n: number
  readonly of: number
}

/** In percent, to a tenth; null: of nothing there is no share, neither 0 nor 100. */
export const percentOf = ({ n, of }: Share) => (of === 0 ? null : Math.round((1000 * n) / of) / 10)

/** What was measured of `n` durations, in seconds; null: there are none. */
export interface Spread extends Percentiles {
  readonly n: number
  readonly mean: number
}

export interface Ratings extends Share {
  /** 1 to 5; null: nobody rated. */
  readonly average: number | null
}

/** The numbers of a period, as docs/metrics.md defines them. */
export interface Totals {
  readonly created: number
  /** Resolutions. */
  readonly resolved: number
  /** Tickets that were resolved. */
  readonly ticketsResolved: number
  /** At the end of the period. */
  readonly backlog: number
  readonly targets: Readonly<Record<Target, Share>>
  readonly firstResponse: Spread | null
  readonly nextResponse: Spread | null
  readonly resolution: Spread | null
  /** Of the tickets that were resolved: those that were not reopened. */
  readonly success: Share
  /** Of the tickets resolved for the first time: those that were reopened. */
  readonly reopened: Share
  /** Of the resolutions that last: those with exactly one reply. */
  readonly oneTouch: Share
  /** Of the ratings: those of 4 and 5. */
  readonly ratings: Ratings
}

const none: Sums = { n: 0, good: 0, amount: 0, openAmount: 0 }

/** The facts of a kind on the days of a period. */
export const sumOf = (days: readonly DayCount[], kind: FactKind, { from, to }: Period): Sums =>
  days
    .filter((one) => one.kind === kind && one.day >= from && one.day <= to)
    .reduce(
      (sum, one) => ({
        n: sum.n + one.n,
        good: sum.good + one.good,
        amount: sum.amount + one.amount,
        openAmount: sum.openAmount + one.openAmount,
      }),
      none,
    )

export const shareOf = ({ n, good }: Pick<Sums, 'n' | 'good'>): Share => ({ n: good, of: n })

export const targetShares = (days: readonly DayCount[], period: Period): Totals['targets'] => ({
  first_response: shareOf(sumOf(days, 'first_response_target', period)),
  next_response: shareOf(sumOf(days, 'next_response_target', period)),
  resolution: shareOf(sumOf(days, 'resolution_target', period)),
})

export const spreadOf = (
  { n, amount, openAmount }: Sums,
  hours: HoursCounted,
  at: Percentiles | null,
): Spread | null => at && { ...at, n, mean: (hours === 'business' ? openAmount : amount) / n }

export const ratingsOf = ({ n, good, amount }: Pick<Sums, 'n' | 'good' | 'amount'>): Ratings => ({
  n: good,
  of: n,
  average: n === 0 ? null : amount / n,
})
