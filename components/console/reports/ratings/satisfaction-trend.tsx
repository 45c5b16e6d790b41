import ChartLine from 'lucide-react/icons/chart-line'
import { Definition } from '@/components/charts/definition'
import { TimeSeries } from '@/components/charts/time-series'
import { EmptyState } from '@/components/ui/empty-state'
import { definitions } from '@/lib/analytics/definitions'
import type { RatingsReport } from '@/lib/analytics/ratings-report'
import { grainWord, periodInWords, tickInWords } from '@/lib/analytics/words'
import type { BehindOf } from '../overview/behind-of'
import { satisfactionOf } from '../satisfaction'
import { inWeeks } from './weeks'

interface SatisfactionTrendProps {
  readonly report: RatingsReport
  readonly behind: BehindOf
}

/** The share of good ratings, over the weeks or months of the period. */
export function SatisfactionTrend({ report, behind }: SatisfactionTrendProps) {
  const { name, means } = definitions.satisfaction
  const { grain, buckets } = inWeeks(report)
  return (
    <TimeSeries
      title={name}
      measure="percent"
      definition={<Definition of={name}>{means}</Definition>}
      unit={grainWord[grain]}
      lines={[{ name, whole: { value: satisfactionOf(report.ratings), href: behind('happy') } }]}
      points={buckets.map(({ period, ratings }) => ({
        label: periodInWords(period),
        tick: tickInWords(period, grain),
        values: [{ value: satisfactionOf(ratings), href: behind('happy', period) }],
      }))}
      empty={
        <EmptyState
          heading="h3"
          icon={<ChartLine />}
          title={report.ratings.of > 0 ? `No ${grain} had enough ratings` : 'Nobody rated in these days'}
        >
          There is a share of five ratings and more.
        </EmptyState>
      }
    />
  )
}
