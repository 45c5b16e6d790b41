import { useId } from 'react'
import { Bars } from '@/components/charts/bars'
import { ValueLink } from '@/components/charts/value-link'
import { Clock } from '@/components/ui/clock'
import { definitions } from '@/lib/analytics/definitions'
import type { RatingsReport as Report } from '@/lib/analytics/ratings-report'
import type { Scope } from '@/lib/analytics/scope'
import { Card } from '../card'
import { type BehindOf, behindOf } from '../overview/behind-of'
import { Comments } from './comments'
import { SatisfactionCard } from './satisfaction-card'
import { SatisfactionTrend } from './satisfaction-trend'

interface RatingsReportProps {
  readonly report: Report
  readonly scope: Scope
  /** The server's moment. */
  readonly now: string
  readonly timeZone: string
}

/** What customers thought of what was resolved: in numbers, over time, and in their words. */
export function RatingsReport({ report, scope, now, timeZone }: RatingsReportProps) {
  const behind = behindOf(scope)
  return (
    <div className="flex flex-col gap-8">
      <Cards report={report} behind={behind} />
      <div className="grid items-start gap-x-8 gap-y-8 lg:grid-cols-2">
        <SatisfactionTrend report={report} behind={behind} />
        <Scores scores={report.scores} behind={behind} />
      </div>
      <Clock now={now} timeZone={timeZone}>
        <Comments comments={report.comments} />
      </Clock>
    </div>
  )
}

interface CardsProps {
  readonly report: Report
  readonly behind: BehindOf
}

function Cards({ report, behind }: CardsProps) {
  const { ratings, before, buckets } = report
  const compared = before && behind.before && { ratings: before, behind: behind.before }
  return (
    <section aria-labelledby="in-numbers">
      <h2 id="in-numbers" className="sr-only">
        The period in numbers
      </h2>
      <dl className="grid gap-px overflow-hidden rounded-card border bg-border sm:grid-cols-2">
        <SatisfactionCard {...report} behind={behind} />
        <Card
          of={definitions.ratings}
          measure="count"
          wish="neither"
          now={{ value: ratings.of, href: behind('rated') }}
          before={compared && { value: compared.ratings.of, href: compared.behind('rated') }}
          trend={buckets.map((bucket) => bucket.ratings.of)}
        >
          {ratings.of > 0 && (
            <>
              <ValueLink href={behind('happy')}>{ratings.n}</ValueLink> of 4 or 5
            </>
          )}
        </Card>
      </dl>
    </section>
  )
}

function Scores({ scores, behind }: { readonly scores: Report['scores']; readonly behind: BehindOf }) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="min-w-0 break-inside-avoid">
      <h2 id={titleId} className="flex min-h-7 items-center font-semibold text-message">
        How they rated
      </h2>
      {scores.every((count) => count === 0) ? (
        <p className="text-fg-muted">Nobody rated.</p>
      ) : (
        <Bars
          title="How they rated"
          head="Rating"
          columns={['Ratings']}
          bars={scores
            .map((value, place) => {
              const score = place + 1
              return {
                name: String(score),
                label: `${score} of 5`,
                values: [{ value, href: behind('rated', undefined, { score }) }],
              }
            })
            .toReversed()}
        />
      )}
    </section>
  )
}
