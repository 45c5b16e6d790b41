import ChartLine from 'lucide-react/icons/chart-line'
import { Definition } from '@/components/charts/definition'
import { TimeSeries } from '@/components/charts/time-series'
import { EmptyState } from '@/components/ui/empty-state'
import { definitions } from '@/lib/analytics/definitions'
import type { SlaReport } from '@/lib/analytics/sla-report'
import { percentOf } from '@/lib/analytics/totals'
import { grainWord, periodInWords, tickInWords } from '@/lib/analytics/words'
import { targets, targetWord } from '@/lib/sla/target'
import type { BehindOf } from '../overview/behind-of'

interface KeptTrendProps {
  readonly report: SlaReport
  readonly behind: BehindOf
}

/** The share of each target that was kept, over the days, weeks or months of the period. */
export function KeptTrend({ report, behind }: KeptTrendProps) {
  const { name, means } = definitions.keptTargets
  return (
    <TimeSeries
      title={name}
      measure="percent"
      definition={<Definition of={name}>{means}</Definition>}
      unit={grainWord[report.grain]}
      lines={targets.map((target) => ({
        name: targetWord[target],
        whole: { value: percentOf(report.targets[target]), href: behind(`${target}_target`) },
      }))}
      points={report.buckets.map((bucket) => ({
        label: periodInWords(bucket.period),
        tick: tickInWords(bucket.period, report.grain),
        values: targets.map((target) => ({
          value: percentOf(bucket.targets[target]),
          href: behind(`${target}_target`, bucket.period),
        })),
      }))}
      empty={
        <EmptyState heading="h3" icon={<ChartLine />} title="Nothing that was promised came due">
          There is a share once a target is met or missed.
        </EmptyState>
      }
    />
  )
}
