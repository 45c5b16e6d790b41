import type { Overview } from '@/lib/analytics/overview'
import type { Scope } from '@/lib/analytics/scope'
import { behindOf } from './behind-of'
import { Cards } from './cards'
import { isNothing, NothingThere } from './nothing-there'
import { Trends } from './trends'
import { Volumes } from './volumes'
import { Week } from './week'

interface OverviewReportProps {
  readonly report: Overview
  readonly scope: Scope
  /** In the workspace's time zone. */
  readonly today: string
}

/** All numbers of a period, each with the tickets behind it. */
export function OverviewReport({ report, scope, today }: OverviewReportProps) {
  const behind = behindOf(scope)
  return (
    <div className="flex flex-col gap-8">
      {isNothing(report) && <NothingThere scope={scope} />}
      <Cards report={report} behind={behind} today={today} />
      <Trends report={report} behind={behind} />
      <Volumes report={report} behind={behind} />
      <Week report={report} behind={behind} />
    </div>
  )
}
