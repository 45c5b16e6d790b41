import type { Metadata } from 'next'
import { DailyTrends } from '@/components/charts/daily-trends'
import { Figure, Figures } from '@/components/charts/figure'
import { hoursInWords, percentInWords } from '@/components/charts/words'
import { PageHeader } from '@/components/ui/page-header'
import { definitions } from '@/lib/analytics/definitions'
import { compliance, dailyTrends, dashboard, responseTimes, slaNow } from '@/lib/analytics/find'
import { requireSupervisor } from '@/lib/auth/session'
import { currentSettings } from '@/lib/settings/find'
import { targets, targetWord } from '@/lib/sla/target'
import { periodIn, periods } from './periods'

export const metadata: Metadata = { title: 'Reports' }

export default async function Reports({ searchParams }: PageProps<'/console/reports'>) {
  await requireSupervisor()
  const days = periodIn((await searchParams).days)
  const [trends, counts, sla, kept, times, { timeZone }] = await Promise.all([
    dailyTrends(days),
    dashboard(),
    slaNow(),
    compliance(),
    responseTimes(),
    currentSettings(),
  ])
  return (
    <div className="mx-auto flex w-full max-w-wide flex-col gap-8 px-4 py-4 lg:px-6">
      <PageHeader
        title="Reports"
        description={`Days and dates are those of ${timeZone.replaceAll('_', ' ')}.`}
      />
      <Figures title="Right now" columns={3}>
        <Figure
          label="Open"
          value={String(counts.totalOpen)}
          definition={definitions.totalOpen}
          href="/console/tickets"
        />
        <Figure
          label="At risk"
          value={String(sla.atRisk)}
          definition={definitions.atRisk}
          href="/console/tickets?sla=at_risk"
        />
        <Figure
          label="Breached"
          value={String(sla.breached)}
          definition={definitions.breached}
          href="/console/tickets?sla=breached"
        />
      </Figures>
      <Figures title="Promises kept" columns={3}>
        {targets.map((target) => (
          <Figure
            key={target}
            label={targetWord[target]}
            value={percentInWords(kept[target])}
            definition={definitions[target]}
          />
        ))}
      </Figures>
      <Figures title="Since the beginning" columns={2}>
        <Figure
          label="Resolved"
          value={counts.totalResolved.toLocaleString('en')}
          definition={definitions.totalResolved}
        />
        <Figure
          label="Average first response"
          value={hoursInWords(times.avgFirstResponse)}
          definition={definitions.avgFirstResponse}
        />
        <Figure
          label="Average resolution"
          value={hoursInWords(times.avgResolution)}
          definition={definitions.avgResolution}
        />
        <Figure
          label="Not reopened"
          value={percentInWords(counts.successRate)}
          definition={definitions.successRate}
        />
      </Figures>
      <DailyTrends trends={trends} days={days} periods={periods} definition={definitions.dailyTrends} />
    </div>
  )
}
