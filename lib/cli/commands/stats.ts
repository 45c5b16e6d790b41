import { dashboard, responseTimes, slaMetrics, today } from '@/lib/analytics/find'
import { columns } from '../columns'
import { command } from '../command'

export const statsCommand = command(
  {
    name: 'stats',
    usage: '',
    summary: 'A quick overview of today, in the workspace’s time zone, and of all tickets so far.',
    options: {},
  },
  async () => {
    const [day, all, sla, times] = await Promise.all([today(), dashboard(), slaMetrics(), responseTimes()])
    const text = [
      'Today',
      columns([
        ['  Created', day.createdToday],
        ['  Resolved', day.resolvedToday],
        ['  Open now', day.open],
        ['  Unassigned', day.unassigned],
        ['  Past their promise', day.breached],
        ['  At risk', sla.atRisk],
      ]),
      '',
      'Since the beginning',
      columns([
        ['  Resolved', String(all.totalResolved)],
        ['  Not reopened', percent(all.successRate)],
        ['  Resolved in time', percent(sla.complianceRate)],
        ['  First reply after', hours(times.avgFirstResponse)],
        ['  Resolved after', hours(times.avgResolution)],
      ]),
    ].join('\n')
    return { text, json: { today: day, dashboard: all, sla, responseTimes: times } }
  },
)

const percent = (share: number | null) => (share === null ? '—' : `${share} %`)
const hours = (mean: number | null) => (mean === null ? '—' : `${mean} h on average`)
