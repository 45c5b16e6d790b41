import { compliance, dashboard, responseTimes, slaMetrics, today } from '@/lib/analytics/find'
import { targets, targetWord } from '@/lib/sla/target'
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
    const [day, all, sla, kept, times] = await Promise.all([
      today(),
      dashboard(),
      slaMetrics(),
      compliance(),
      responseTimes(),
    ])
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
        ...targets.map((target) => [`  ${targetWord[target]} in time`, percent(kept[target])]),
        ['  First reply after', hours(times.avgFirstResponse)],
        ['  Resolved after', hours(times.avgResolution)],
      ]),
    ].join('\n')
    return { text, json: { today: day, dashboard: all, sla, compliance: kept, responseTimes: times } }
  },
)

const percent = (share: number | null) => (share === null ? '—' : `${share} %`)
const hours = (mean: number | null) => (mean === null ? '—' : `${mean} h on average`)
