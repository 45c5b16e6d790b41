import type { Metadata } from 'next'
import { ArrivingReport } from '@/components/console/reports/arriving'
import { Computing } from '@/components/console/reports/computing'
import { type AskedReport, ReportFrame } from '@/components/console/reports/frame'
import { RatingsReport } from '@/components/console/reports/ratings/ratings'
import { fresh } from '@/lib/analytics/fresh'
import { ratingsReport } from '@/lib/analytics/ratings-report'
import { askedReport } from '../asked'

export const metadata: Metadata = { title: 'Ratings' }

export default async function RatingsPage({ searchParams }: PageProps<'/console/reports/ratings'>) {
  const asked = await askedReport(await searchParams)
  return (
    <ReportFrame current="ratings" title="Ratings" {...asked}>
      <ArrivingReport report="ratings">
        <Numbers {...asked} />
      </ArrivingReport>
    </ReportFrame>
  )
}

async function Numbers({ scope, timeZone }: AskedReport) {
  if (!(await fresh())) return <Computing />
  const report = await ratingsReport(scope)
  return <RatingsReport report={report} scope={scope} now={new Date().toISOString()} timeZone={timeZone} />
}
