import ChartLine from 'lucide-react/icons/chart-line'
import { Definition } from '@/components/charts/definition'
import type { Chart, Value } from '@/components/charts/series'
import { TimeSeries } from '@/components/charts/time-series'
import { EmptyState } from '@/components/ui/empty-state'
import type { Behind } from '@/lib/analytics/behind'
import { type Definition as Defined, definitions } from '@/lib/analytics/definitions'
import type { Bucket, Overview } from '@/lib/analytics/overview'
import type { Percentiles } from '@/lib/analytics/percentiles'
import { percentOf, type Totals } from '@/lib/analytics/totals'
import { grainWord, periodInWords, tickInWords } from '@/lib/analytics/words'
import { targets, targetWord } from '@/lib/sla/target'
import type { BehindOf } from './behind-of'

interface TrendsProps {
  readonly report: Overview
  readonly behind: BehindOf
}

interface LineOf {
  readonly name: string
  readonly what: Behind
  readonly at: (bucket: Bucket) => number | null
  readonly whole: (totals: Totals) => number | null
}

interface TrendOf {
  readonly title: string
  readonly measure: Chart['measure']
  readonly lines: readonly LineOf[]
  readonly of: Defined
  /** Why there is nothing to see, and what would be seen. */
  readonly empty: readonly [title: string, words: string]
}

const spread = (what: Behind, read: (from: Bucket | Totals) => Percentiles | null): readonly LineOf[] => [
  { name: 'Median', what, at: (one) => read(one)?.median ?? null, whole: (all) => read(all)?.median ?? null },
  { name: 'p90', what, at: (one) => read(one)?.p90 ?? null, whole: (all) => read(all)?.p90 ?? null },
]

const trends: readonly TrendOf[] = [
  {
    title: 'Created and resolved',
    measure: 'count',
    lines: [
      { name: 'Created', what: 'created', at: (one) => one.created, whole: (all) => all.created },
      { name: 'Resolved', what: 'resolved', at: (one) => one.resolved, whole: (all) => all.resolved },
    ],
    of: { name: 'Created and resolved', means: `${definitions.created.means} ${definitions.resolved.means}` },
    empty: ['No ticket was created or resolved', 'The lines begin with the first ticket of the period.'],
  },
  {
    title: 'Backlog',
    measure: 'count',
    lines: [{ name: 'Backlog', what: 'backlog', at: (one) => one.backlog, whole: (all) => all.backlog }],
    of: definitions.backlog,
    empty: ['No ticket was left over', 'At no end of a day, week or month was there anything unresolved.'],
  },
  {
    title: 'SLA compliance',
    measure: 'percent',
    lines: targets.map((target) => ({
      name: targetWord[target],
      what: `${target}_target` as const,
      at: (one) => percentOf(one.targets[target]),
      whole: (all) => percentOf(all.targets[target]),
    })),
    of: definitions.compliance,
    empty: ['Nothing that was promised came due', 'There is a share once a target is met or missed.'],
  },
  {
    title: 'First response time',
    measure: 'duration',
    lines: spread('first_response', ({ firstResponse }) => firstResponse),
    of: definitions.firstResponse,
    empty: ['No ticket was answered for the first time', 'A time is shown on the day of the reply.'],
  },
  {
    title: 'Resolution time',
    measure: 'duration',
    lines: spread('settled', ({ resolution }) => resolution),
    of: definitions.resolution,
    empty: ['No ticket was resolved for good', 'A time is shown on the day of the resolution.'],
  },
]

/** How the numbers went, over the days, weeks or months of the period. */
export const Trends = ({ report, behind }: TrendsProps) => (
  <div className="grid gap-x-8 gap-y-8 lg:grid-cols-2 [&>:first-child]:lg:col-span-2">
    {trends.map(({ title, measure, lines, of, empty: [emptyTitle, emptyWords] }) => (
      <TimeSeries
        key={title}
        title={title}
        measure={measure}
        definition={<Definition of={of.name}>{of.means}</Definition>}
        unit={grainWord[report.grain]}
        lines={lines.map(({ name, what, whole }) => ({
          name,
          whole: { value: whole(report.totals), href: behind(what) },
        }))}
        points={report.buckets.map((bucket) => ({
          label: periodInWords(bucket.period),
          tick: tickInWords(bucket.period, report.grain),
          values: lines.map(
            ({ what, at }): Value => ({ value: at(bucket), href: behind(what, bucket.period) }),
          ),
        }))}
        empty={
          <EmptyState heading="h3" icon={<ChartLine />} title={emptyTitle}>
            {emptyWords}
          </EmptyState>
        }
      />
    ))}
  </div>
)
