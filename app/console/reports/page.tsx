import type { Metadata } from 'next'
import { Computing } from '@/components/console/reports/computing'
import { type AskedReport, ReportFrame } from '@/components/console/reports/frame'
import { ArrivingOverview } from '@/components/console/reports/overview/arriving'
import { OverviewReport } from '@/components/console/reports/overview/overview'
import { fresh } from '@/lib/analytics/fresh'
import { overview } from '@/lib/analytics/overview'
import { askedReport } from './asked'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage({ searchParams }: PageProps<'/console/reports'>) {
  const asked = await askedReport(await searchParams)
  return (
    <ReportFrame current="overview" title="Overview" {...asked}>
      <ArrivingOverview>
        <Numbers {...asked} />
      </ArrivingOverview>
    </ReportFrame>
  )
}

async function Numbers({ scope, today }: AskedReport) {
  if (!(await fresh())) return <Computing />
  return <OverviewReport report={await overview(scope)} scope={scope} today={today} />
}
