import clsx from 'clsx'
import { useReading, useTicking } from '@/components/ui/clock'
import { Glyph } from '@/components/ui/glyph'
import { PriorityGlyph } from '@/components/ui/priority-glyph'
import { targetWord } from '@/lib/sla/target'
import { priorityWord } from '@/lib/tickets/ticket'
import { countdown, millis } from '@/lib/time-words'
import type { Wall } from '@/lib/wallboards/show'
import { Empty } from './empty'
import { type Alarm, alarms } from './numeral'

/** The tickets whose deadlines come next, by their reference alone. */
export function DueNext({ tickets }: { readonly tickets: Wall['nextToBreach'] }) {
  if (tickets.length === 0) return <Empty>No clock is running.</Empty>
  return (
    <ul className="flex flex-1 flex-col divide-y rounded-card border bg-surface">
      {tickets.map(({ refid, priority, target, riskAt, dueAt, assignee }) => (
        <li
          key={refid}
          className="grid max-h-[5em] flex-1 grid-cols-[6em_1fr_auto] items-center gap-x-[1em] px-[1em] py-[0.5em] sm:grid-cols-[7em_9em_9em_1fr_auto] sm:text-[1.25em]"
        >
          <span className="flex items-center gap-[0.5em]">
            <PriorityGlyph priority={priority} className="size-[1em]" />
            {priorityWord[priority]}
          </span>
          <span className="font-mono">{refid}</span>
          <span className="text-fg-muted max-sm:order-last">{targetWord[target]}</span>
          <span dir="auto" className="truncate text-fg-muted max-sm:order-last max-sm:col-span-2">
            {assignee ?? 'Unassigned'}
          </span>
          <Countdown to={dueAt} riskAt={riskAt} />
        </li>
      ))}
    </ul>
  )
}

interface CountdownProps {
  readonly to: string
  /** From when on somebody has to hurry. */
  readonly riskAt: string
}

function Countdown({ to, riskAt }: CountdownProps) {
  const { now } = useReading({})
  const words = useTicking(now, (moment) => countdown(to, moment))
  const alarm = useTicking(now, (moment) => alarmAt(moment, { to, riskAt }))
  const look = alarm === '' ? undefined : alarms[alarm]
  return (
    <span className={clsx('flex items-center justify-end gap-[0.4em] font-semibold', look?.text)}>
      {look && <Glyph name={look.glyph} className="size-[0.9em]" />}
      {words}
    </span>
  )
}

function alarmAt(now: number, { to, riskAt }: CountdownProps): Alarm | '' {
  if (now > millis(to)) return 'breach'
  return now >= millis(riskAt) ? 'risk' : ''
}
