import { db } from '@/db/client'
import { plural } from '@/lib/plural'
import { allPolicies } from '@/lib/sla/load'
import { secondsOf } from '@/lib/sla/policies/amount'
import { type Compliance, type Simulation, simulate } from '@/lib/sla/simulate'
import type { Targets } from '@/lib/sla/sla-policy'
import { type Target, targets, targetWord } from '@/lib/sla/target'
import { whatIf } from '@/lib/sla/what-if'
import { priorities } from '@/lib/tickets/ticket'
import { system } from '@/lib/viewer'
import { columns } from '../columns'
import { command, WrongUsage } from '../command'

export const slaSimulateCommand = command(
  {
    name: 'sla:simulate',
    usage:
      '[--policy NAME] [--target PRIORITY.TARGET=TIME]… [--calendar NAME|24x7] [--pausing STATUS,…] [--days N]',
    summary:
      'What if a policy promised something else: replays the tickets of the last days (90) and tells what would have been kept. Targets are first_response, next_response and resolution, times like 30min or 8h, or “none”. Writes nothing.',
    options: {
      policy: { type: 'string' },
      target: { type: 'string', multiple: true, default: [] },
      calendar: { type: 'string' },
      pausing: { type: 'string' },
      days: { type: 'string', default: '90' },
    },
  },
  async ({ policy, target, calendar, pausing, days }) => {
    const policies = await allPolicies(db)
    const name = policy ?? policies.find(({ fallback }) => fallback)?.name ?? ''
    const now = policies.find((one) => !one.retired && one.name.toLowerCase() === name.toLowerCase())
    const rules = await whatIf({
      policy: name,
      ...(now && target.length > 0 && { targets: target.reduce(withTarget, now.targets) }),
      ...(calendar !== undefined && { calendar: calendar === '24x7' ? null : calendar }),
      ...(pausing !== undefined && { pausing: readPausing(pausing) }),
    })
    const told = await simulate(system, { days: readDays(days), rules })
    return { text: inWords(name, told), json: told }
  },
)

/** `urgent.first_response=30min`. */
function withTarget(sofar: Targets, text: string): Targets {
  const [, priority, target, time = ''] = /^(\w+)\.(\w+)=(.+)$/.exec(text) ?? []
  const one = priorities.find((word) => word === priority)
  const kind = targets.find((word) => word === target)
  const seconds = secondsOf(time)
  if (!one || !kind || (time !== 'none' && !seconds))
    throw new WrongUsage(`“${text}” is not like urgent.first_response=30min`)
  const { [kind]: _, ...others } = sofar[one]
  return { ...sofar, [one]: seconds ? { ...others, [kind]: seconds } : others }
}

function readPausing(text: string) {
  const words = text === 'none' ? [] : text.split(',')
  const wrong = words.find((word) => word !== 'pending' && word !== 'on_hold')
  if (wrong !== undefined) throw new WrongUsage(`Only pending and on_hold may pause, not “${wrong}”`)
  return (['pending', 'on_hold'] as const).filter((status) => words.includes(status))
}

function readDays(text: string) {
  const days = Number(text)
  if (!Number.isInteger(days) || days < 1 || days > 3650) throw new WrongUsage('--days takes 1 to 3650')
  return days
}

function inWords(policy: string, { days, tickets, before, after, changed, first }: Simulation) {
  const lines = targets.map((target) => [targetWord[target], share(before[target]), share(after[target])])
  const differing = first
    .slice(0, 20)
    .map((one) => [
      one.refid,
      targetWord[one.target satisfies Target],
      `${one.before} → ${one.after}`,
      one.subject,
    ])
  return [
    `${plural(tickets, 'ticket')} of the last ${plural(days, 'day')}, with “${policy}” as it is and as it would be`,
    columns([['', 'as it is', 'as it would be'], ...lines]),
    '',
    changed === 0
      ? 'No ticket would have gone another way'
      : `${plural(changed, 'ticket')} would have gone another way`,
    ...(differing.length > 0 ? [columns(differing)] : []),
  ].join('\n')
}

function share({ met, breached }: Compliance) {
  if (met + breached === 0) return '—'
  return `${((100 * met) / (met + breached)).toFixed(1)} % (${met} of ${met + breached})`
}
