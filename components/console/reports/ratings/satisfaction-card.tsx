import { ValueLink } from '@/components/charts/value-link'
import { definitions, fewestRatings } from '@/lib/analytics/definitions'
import type { Grain, Period } from '@/lib/analytics/period'
import type { Ratings } from '@/lib/analytics/totals'
import { Card } from '../card'
import type { BehindOf } from '../overview/behind-of'
import { satisfactionOf } from '../satisfaction'
import { inWeeks } from './weeks'

interface SatisfactionCardProps {
  readonly ratings: Ratings
  /** Of the period before; null: it is compared with nothing. */
  readonly before: Ratings | null
  readonly grain: Grain
  readonly buckets: readonly { readonly period: Period; readonly ratings: Ratings }[]
  readonly behind: BehindOf
}

/** How many were content: of too few there is no share. */
export const SatisfactionCard = ({ ratings, before, grain, buckets, behind }: SatisfactionCardProps) => (
  <Card
    of={definitions.satisfaction}
    measure="percent"
    wish="more"
    now={{ value: satisfactionOf(ratings), href: behind('happy') }}
    before={before && behind.before ? { value: satisfactionOf(before), href: behind.before('happy') } : null}
    trend={inWeeks({ grain, buckets }).buckets.map((week) => satisfactionOf(week.ratings))}
    missing={ratings.of > 0 ? 'too few ratings for a share' : undefined}
  >
    {ratings.average !== null && (
      <>
        <ValueLink href={behind('rated')}>n = {ratings.of}</ValueLink>
        {ratings.of < fewestRatings && ', too few'}
        {` · average ${ratings.average.toFixed(1)}`}
      </>
    )}
  </Card>
)
