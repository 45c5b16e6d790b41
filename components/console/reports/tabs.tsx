import { Tabs } from '@/components/ui/tabs'
import type { ReportName } from '@/lib/analytics/report-csv'
import type { Scope } from '@/lib/analytics/scope'
import { reportsPath } from '../sections'
import { reportHref } from './address'

export interface Place {
  readonly path: string
  readonly label: string
  /** Whether it shows the period before, too. */
  readonly compares: boolean
  /** Whether it shows durations, which count all hours or those of business. */
  readonly times: boolean
}

/** The reports there are, in their order. */
export const reports: Readonly<Record<ReportName, Place>> = {
  overview: { path: reportsPath, label: 'Overview', compares: true, times: true },
  sla: { path: `${reportsPath}/sla`, label: 'SLA', compares: true, times: false },
  agents: { path: `${reportsPath}/agents`, label: 'Agents', compares: false, times: true },
  ratings: { path: `${reportsPath}/ratings`, label: 'Ratings', compares: true, times: false },
  categories: { path: `${reportsPath}/categories`, label: 'Categories', compares: false, times: true },
}
export type Report = keyof typeof reports

/** From one report to another, about the same tickets and days. */
export const ReportTabs = ({ current, scope }: { readonly current: Report; readonly scope: Scope }) => (
  <Tabs
    label="Reports"
    tabs={Object.entries(reports).map(([report, { path, label }]) => ({
      href: reportHref(path, scope),
      label,
      current: report === current,
    }))}
  />
)
