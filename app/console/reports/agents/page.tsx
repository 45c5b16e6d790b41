import type { Metadata } from 'next'
import { AgentsReport } from '@/components/console/reports/agents/agents'
import { ArrivingReport } from '@/components/console/reports/arriving'
import { Computing } from '@/components/console/reports/computing'
import { ReportFrame } from '@/components/console/reports/frame'
import { agentsReport } from '@/lib/analytics/agents-report'
import { fresh } from '@/lib/analytics/fresh'
import type { Scope } from '@/lib/analytics/scope'
import { askedReport } from '../asked'

export const metadata: Metadata = { title: 'Agents' }

type Params = Awaited<PageProps<'/console/reports/agents'>['searchParams']>

export default async function AgentsPage({ searchParams }: PageProps<'/console/reports/agents'>) {
  const params = await searchParams
  const asked = await askedReport(params)
  return (
    <ReportFrame current="agents" title="Agents" {...asked}>
      <ArrivingReport report="agents">
        <Numbers scope={asked.scope} params={params} />
      </ArrivingReport>
    </ReportFrame>
  )
}

async function Numbers({ scope, params }: { readonly scope: Scope; readonly params: Params }) {
  if (!(await fresh())) return <Computing />
  return <AgentsReport rows={await agentsReport(scope)} scope={scope} params={params} />
}
