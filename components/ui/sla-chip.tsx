'use client'

import clsx from 'clsx'
import { absolute, countdown, type Moment, millis } from '@/lib/time-words'
import { useReading, useTicking } from './clock'
import { Glyph } from './glyph'

export type SlaState = 'ok' | 'risk' | 'breached' | 'paused' | 'met'

interface SlaChipProps {
  readonly state: SlaState
  /** The deadline; none while paused or when met. */
  readonly dueAt?: Moment
  readonly startedAt?: Moment
  /** From when on it is at risk; lets the chip change by itself while it is watched. */
  readonly riskAt?: Moment
  readonly now?: Moment
  readonly timeZone?: string
  /** What is promised: "First response". Read out, and shown on hover. */
  readonly target?: string
  /** Text and ring alone, for rows; a tinted ground otherwise. */
  readonly plain?: boolean
}

const tones = {
  ok: { text: 'text-sla-ok-text', bg: 'bg-sla-ok-bg', ring: 'text-sla-ok-solid' },
  risk: { text: 'text-sla-risk-text', bg: 'bg-sla-risk-bg', ring: 'text-sla-risk-solid' },
  breached: { text: 'text-sla-breach-text', bg: 'bg-sla-breach-bg', ring: 'text-sla-breach-solid' },
  paused: { text: 'text-sla-paused-text', bg: 'bg-sla-paused-bg', ring: 'text-sla-paused-solid' },
  met: { text: 'text-sla-met-text', bg: 'bg-sla-met-bg', ring: 'text-sla-met-solid' },
} satisfies Record<SlaState, unknown>

const said = {
  ok: 'due in',
  risk: 'at risk, due in',
  breached: 'breached,',
  paused: '',
  met: '',
} satisfies Record<SlaState, string>

/** Wall-clock time to the deadline, also of targets in business hours, so that rows compare. */
export function SlaChip({ target = 'Due', plain = false, ...clock }: SlaChipProps) {
  const { dueAt } = clock
  const { now, timeZone } = useReading(clock)
  const shown = useTicking(now, (moment) => face(clock, moment))
  const { state, glyph, words } = parse(shown)
  const tone = tones[state]
  return (
    <span
      title={dueAt === undefined ? undefined : `${target}: ${absolute(dueAt, timeZone)}`}
      className={clsx('sla-chip', tone.text, !plain && ['h-6 rounded-chip px-2', tone.bg])}
    >
      <Glyph name={glyph} className={tone.ring} />
      <span className="sr-only">{`${target} ${said[state]} `}</span>
      {words}
    </span>
  )
}

/** All that is visible as one text, so that a tick that changes nothing draws nothing. */
const face = ({ state, dueAt, startedAt, riskAt }: SlaChipProps, now: number) => {
  if (state === 'paused' || state === 'met' || dueAt === undefined) return `${state}|${state}|${state}`
  const due = millis(dueAt)
  const running = now > due ? 'breached' : riskAt !== undefined && now >= millis(riskAt) ? 'risk' : state
  const start = startedAt === undefined ? due : millis(startedAt)
  const left = due > start ? Math.min(1, Math.max(0, (due - now) / (due - start))) : 0
  const glyph = running === 'breached' ? running : `left-${Math.ceil(left * 24)}`
  return `${running}|${glyph}|${countdown(due, now)}`
}

const parse = (shown: string) => {
  const [state = 'ok', glyph = '', words = ''] = shown.split('|')
  return { state: isState(state) ? state : ('ok' as const), glyph, words }
}

const isState = (word: string): word is SlaState => word in tones
