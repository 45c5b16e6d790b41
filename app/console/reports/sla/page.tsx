import type { Metadata } from 'next'
import { ArrivingReport } from '@/components/console/reports/arriving'
import { Computing } from '@/components/console/reports/computing'
import { ReportFrame } from '@/components/console/reports/frame'
import { SlaReport } from '@/components/console/reports/sla/sla'
import { fresh } from '@/lib/analytics/fresh'
import type { Scope } from '@/lib/analytics/scope'
import { slaReport } from '@/lib/analytics/sla-report'
import { askedReport } from '../asked'

export const metadata: Metadata = { title: 'SLA' }

export default async function SlaPage({ searchParams }: PageProps<'/console/reports/sla'>) {
  const asked = await askedReport(await searchParams)
  return (
    <ReportFrame current="sla" title="SLA" {...asked}>
      <ArrivingReport report="sla">
        <Numbers scope={asked.scope} />
      </ArrivingReport>
    </ReportFrame>
  )
}

async function Numbers({ scope }: { readonly scope: Scope }) {
  if (!(await fresh())) return <Computing />
  return <SlaReport report={await slaReport(scope)} scope={scope} />
}
