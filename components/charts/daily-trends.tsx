import ChartLine from 'lucide-react/icons/chart-line'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import type { TrendDay } from '@/lib/analytics/find'
import { Definition } from './definition'
import { TimeSeries } from './time-series'
import { dateInWords, dayInWords } from './words'

interface DailyTrendsProps {
  readonly trends: readonly TrendDay[]
  readonly days: number
  /** Numbers of days that can be chosen, rising. */
  readonly periods: readonly number[]
  readonly definition: string
}

const title = 'Filed and resolved per day'

export function DailyTrends({ trends, days, periods, definition }: DailyTrendsProps) {
  const longest = periods.at(-1) ?? days
  return (
    <div className="flex flex-col gap-4">
      <div className="border-b">
        <Tabs
          label="Period"
          tabs={periods.map((period) => ({
            href: `/console/reports?days=${period}`,
            label: `${period} days`,
            current: period === days,
          }))}
        />
      </div>
      <TimeSeries
        title={title}
        description={`The last ${days} days; today is not over yet.`}
        definition={<Definition of={title}>{definition}</Definition>}
        unit="Day"
        lines={['Filed', 'Resolved']}
        points={trends.map(({ date, created, resolved }) => ({
          label: dayInWords(date),
          tick: dateInWords(date),
          values: [created, resolved],
        }))}
        empty={
          <EmptyState
            heading="h3"
            icon={<ChartLine />}
            title={`No ticket was filed or resolved in the last ${days} days`}
            action={
              days < longest && (
                <LinkButton href={`/console/reports?days=${longest}`}>Show {longest} days</LinkButton>
              )
            }
          >
            The chart begins with the first ticket of the period.
          </EmptyState>
        }
      />
    </div>
  )
}
