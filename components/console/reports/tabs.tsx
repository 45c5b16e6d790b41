import { Tabs } from '@/components/ui/tabs'
import type { Scope } from '@/lib/analytics/scope'
import { reportsPath } from '../sections'
import { reportHref } from './address'

/** The reports there are, in their order. */
const reports = { overview: { path: reportsPath, label: 'Overview' } } as const
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
