import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'
import type { Scope } from '@/lib/analytics/scope'
import { periodInWords } from '@/lib/analytics/words'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { DownloadCsv } from '../download-csv'
import { reportHref } from './address'
import { ReportBody } from './body'
import { aboutOf } from './facets'
import { type Report, ReportTabs, reports } from './tabs'

/** What a report is asked, and where it is asked from. */
export interface AskedReport {
  readonly scope: Scope
  /** In the workspace's time zone. */
  readonly today: string
  readonly timeZone: string
  /** Of what the scope names, where only the database knows them. */
  readonly names: QueueChoices
}

interface ReportFrameProps extends AskedReport {
  readonly current: Report
  readonly title: string
  readonly children: ReactNode
}

/** What all reports have around their numbers: title, days, tabs and filters. */
export function ReportFrame({ current, title, scope, today, timeZone, names, children }: ReportFrameProps) {
  const { compares, times } = reports[current]
  const shown: Scope = {
    ...scope,
    before: compares ? scope.before : null,
    hours: times ? scope.hours : 'calendar',
  }
  return (
    <div className="mx-auto flex w-full max-w-300 flex-1 flex-col gap-4 px-4 py-4 lg:px-6 print:max-w-none print:px-0">
      <PageHeader
        title={title}
        description={describe(shown, today, timeZone)}
        actions={<DownloadCsv href={reportHref(`/api/console/reports/${current}`, scope)} />}
      />
      <div className="border-b print:hidden">
        <ReportTabs current={current} scope={scope} />
      </div>
      <ReportBody
        about={aboutOf(scope)}
        period={scope.period}
        problem={scope.problem}
        names={names}
        compares={compares}
        times={times}
      >
        {children}
      </ReportBody>
    </div>
  )
}

/** `27 Oct – 25 Nov 2026, compared with 27 Sep – 26 Oct 2026. Days are those of Europe/Berlin; today is not over yet.` */
export function describe({ period, before, hours }: Scope, today: string, timeZone: string) {
  const compared = before ? `, compared with ${periodInWords(before)}` : ''
  const unfinished = period.to >= today ? '; today is not over yet' : ''
  const counted = hours === 'business' ? ' Times count business hours.' : ''
  return `${periodInWords(period)}${compared}. Days are those of ${timeZone.replaceAll('_', ' ')}${unfinished}.${counted}`
}
