'use client'

import clsx from 'clsx'
import { useReading, useTicking } from './clock'
import { absolute, countdown, type Moment, millis } from './time-words'

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
  const { state, gauge, words } = parse(shown)
  const tone = tones[state]
  return (
    <span
      title={dueAt === undefined ? undefined : `${target}: ${absolute(dueAt, timeZone)}`}
      className={clsx(
        'inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-meta',
        tone.text,
        !plain && ['h-6 rounded-chip px-2', tone.bg],
      )}
    >
      <Ring state={state} gauge={gauge} className={tone.ring} />
      <span className="sr-only">
        {target} {said[state]}{' '}
      </span>
      {words}
    </span>
  )
}

/** All that is visible as one text, so that a tick that changes nothing draws nothing. */
const face = ({ state, dueAt, startedAt, riskAt }: SlaChipProps, now: number) => {
  if (state === 'paused' || state === 'met' || dueAt === undefined) return `${state}|1|${state}`
  const due = millis(dueAt)
  const running = now > due ? 'breached' : riskAt !== undefined && now >= millis(riskAt) ? 'risk' : state
  const start = startedAt === undefined ? due : millis(startedAt)
  const left = due > start ? Math.min(1, Math.max(0, (due - now) / (due - start))) : 0
  return `${running}|${Math.ceil(left * 24) / 24}|${countdown(due, now)}`
}

const parse = (shown: string) => {
  const [state = 'ok', gauge = '1', words = ''] = shown.split('|')
  return { state: isState(state) ? state : ('ok' as const), gauge: Number(gauge), words }
}

const isState = (word: string): word is SlaState => word in tones

interface RingProps {
  readonly state: SlaState
  /** The share of the time that is left, 0 to 1. */
  readonly gauge: number
  readonly className: string
}

function Ring({ state, gauge, className }: RingProps) {
  const round = 2 * Math.PI * 5.75
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={clsx('size-3.5 shrink-0', className)}
    >
      {state === 'met' && <path d="m3 8.5 3.25 3.25L13 4.75" />}
      {state === 'paused' && <path d="M5.5 4v8M10.5 4v8" />}
      {state === 'breached' && (
        <>
          <circle cx="8" cy="8" r="5.75" />
          <path d="M8 5.25v3" />
          <circle cx="8" cy="10.6" r="0.4" fill="currentColor" strokeWidth="1" />
        </>
      )}
      {(state === 'ok' || state === 'risk') && (
        <>
          <circle cx="8" cy="8" r="5.75" opacity="0.25" />
          <circle
            cx="8"
            cy="8"
            r="5.75"
            strokeDasharray={`${(gauge * round).toFixed(2)} 99`}
            transform="rotate(-90 8 8)"
          />
        </>
      )}
    </svg>
  )
}
