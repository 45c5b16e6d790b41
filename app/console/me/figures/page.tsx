import type { Metadata } from 'next'
import { askedFigures } from '@/app/console/reports/asked'
import { Figures } from '@/components/console/me/figures'
import { FiguresFrame } from '@/components/console/me/figures-frame'
import { ArrivingReport } from '@/components/console/reports/arriving'
import { Computing } from '@/components/console/reports/computing'
import { agentsReport } from '@/lib/analytics/agents-report'
import { fresh } from '@/lib/analytics/fresh'
import { atOneMoment } from '@/lib/analytics/one-moment'
import type { Scope } from '@/lib/analytics/scope'

export const metadata: Metadata = { title: 'My figures' }

export default async function FiguresPage({ searchParams }: PageProps<'/console/me/figures'>) {
  const asked = await askedFigures(await searchParams)
  return (
    <FiguresFrame {...asked}>
      <ArrivingReport report="figures">
        <Numbers scope={asked.scope} />
      </ArrivingReport>
    </FiguresFrame>
  )
}

async function Numbers({ scope }: { readonly scope: Scope }) {
  if (!(await fresh())) return <Computing />
  const [[now], before] = await atOneMoment(() =>
    Promise.all([agentsReport(scope), scope.before && agentsReport({ ...scope, period: scope.before })]),
  )
  return <Figures now={now} before={before === null ? null : before[0]} scope={scope} />
}
