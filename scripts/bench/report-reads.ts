import { agentsReport } from '@/lib/analytics/agents-report'
import { board } from '@/lib/analytics/now'
import { overview } from '@/lib/analytics/overview'
import { readScope } from '@/lib/analytics/scope'
import { slaReport } from '@/lib/analytics/sla-report'
import type { Read } from './reads'

const today = new Date().toISOString().slice(0, 10)
const over = (period: '30d' | '24m', more: Readonly<Record<string, string>> = {}) =>
  readScope({ period, ...more }, today)

/** What supervisors look at, with the milliseconds of database time that each may cost at the median. */
export const reportReads: readonly Read[] = [
  { name: 'report: now', most: { median: 20 }, once: board },
  { name: 'report: overview, 30 days', most: { median: 80 }, once: () => overview(over('30d')) },
  {
    name: 'report: overview, 30 days, business hours',
    most: { median: 80 },
    once: () => overview(over('30d', { hours: 'business' })),
  },
  { name: 'report: overview, two years', most: { median: 200 }, once: () => overview(over('24m')) },
  {
    // Of some tickets nothing is counted beforehand.
    name: 'report: overview, 30 days, of two priorities',
    most: {},
    once: () => overview(over('30d', { priority: 'high,urgent' })),
  },
  { name: 'report: SLA, 30 days', most: { median: 80 }, once: () => slaReport(over('30d')) },
  { name: 'report: agents, 30 days', most: { median: 80 }, once: () => agentsReport(over('30d')) },
]
