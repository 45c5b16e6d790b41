'use client'

import clsx from 'clsx'
import { absolute, countdown, type Moment, millis } from '@/lib/time-words'
import { useReading, useTicking } from './clock'
import { Glyph } from './glyph'

declare module 'react' {
  interface CSSProperties {
    /** The share of the time that is left, for the ring. */
    readonly '--left'?: string
  }
}

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

/** Of one that runs, the mark is a ring that empties. */
const tones = {
  ok: { text: 'text-sla-ok-text', bg: 'bg-sla-ok-bg', mark: 'sla-ring before:text-sla-ok-solid' },
  risk: { text: 'text-sla-risk-text', bg: 'bg-sla-risk-bg', mark: 'sla-ring before:text-sla-risk-solid' },
  breached: { text: 'text-sla-breach-text', bg: 'bg-sla-breach-bg', mark: 'text-sla-breach-solid' },
  paused: { text: 'text-sla-paused-text', bg: 'bg-sla-paused-bg', mark: 'text-sla-paused-solid' },
  met: { text: 'text-sla-met-text', bg: 'bg-sla-met-bg', mark: 'text-sla-met-solid' },
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
  const { state, left, words } = parse(shown)
  const tone = tones[state]
  const running = state === 'ok' || state === 'risk'
  return (
    <span
      title={dueAt === undefined ? undefined : `${target}: ${absolute(dueAt, timeZone)}`}
      className={clsx(
        'sla-chip',
        tone.text,
        running && tone.mark,
        !plain && ['h-6 rounded-chip px-2', tone.bg],
      )}
      style={running ? { '--left': left } : undefined}
    >
      {!running && <Glyph name={state} className={tone.mark} />}
      <span className="sr-only">{`${target} ${said[state]} `}</span>
      {words}
    </span>
  )
}

/** All that is visible as one text, so that a tick that changes nothing draws nothing. */
const face = ({ state, dueAt, startedAt, riskAt }: SlaChipProps, now: number) => {
  if (state === 'paused' || state === 'met' || dueAt === undefined) return `${state}|0|${state}`
  const due = millis(dueAt)
  const running = now > due ? 'breached' : riskAt !== undefined && now >= millis(riskAt) ? 'risk' : state
  const start = startedAt === undefined ? due : millis(startedAt)
  const left = due > start ? Math.min(1, Math.max(0, (due - now) / (due - start))) : 0
  return `${running}|${Math.ceil(left * 24) / 24}|${countdown(due, now)}`
}

const parse = (shown: string) => {
  const [state = 'ok', left = '', words = ''] = shown.split('|')
  return { state: isState(state) ? state : ('ok' as const), left, words }
}

const isState = (word: string): word is SlaState => word in tones
