import type { Priority, Status } from '@/lib/tickets/ticket'
import { deadlineWithPauses } from './business-time'
import type { Pause } from './pauses'
import type { HoursOf, Step } from './sla-policy'
import type { Target } from './target'

/** One instance of a target on a ticket, as its ledger says it stands. */
export interface Clock {
  readonly target: Target
  readonly instance: number
  readonly policyId: number
  /** Null: around the clock. */
  readonly calendarVersionId: number | null
  readonly seconds: number
  /** The statuses in which it stands still; none for a response. */
  readonly pausing: readonly Status[]
  readonly startedAt: Date
  readonly pauses: readonly Pause[]
  /** Null while it stands still and when it has ended. A breach fixes it. */
  readonly dueAt: Date | null
  readonly riskAt: Date | null
  readonly warnedAt: Date | null
  readonly breachedAt: Date | null
  /** The keys of the steps that were taken. */
  readonly taken: readonly string[]
  readonly endedAt: Date | null
  readonly outcome: 'met' | 'voided' | null
}

export type EntryKind =
  | 'started'
  | 'paused'
  | 'resumed'
  | 'retargeted'
  | 'at_risk'
  | 'breached'
  | 'escalated'
  | 'met'
  | 'voided'
  | 'revived'

/** Why a clock is held again to what it was held to: it was late by a mistake alone, and so is not late. */
export const takenBack = 'taken_back'

const unbreached = { breachedAt: null }

/** What a clock is held to. */
export interface Terms {
  readonly policyId: number
  readonly calendarVersionId: number | null
  readonly seconds: number
  readonly pausing: readonly Status[]
}

/** One line of the ledger. */
export interface Entry {
  readonly target: Target
  readonly instance: number
  readonly kind: EntryKind
  /** When it took effect: a breach at its deadline, however late it was noticed. */
  readonly at: Date
  /** A word of `reasons`, or the key of a step. */
  readonly reason: string
  /** Of what starts or retargets. */
  readonly terms?: Terms
  /** The deadline after it; of what ends, the one that was held or missed. */
  readonly dueAt: Date | null
}

/** The clock after one more entry of its ledger. Pure: the same ledger and calendars give the same clock. */
export function applied(clock: Clock | undefined, entry: Omit<Entry, 'dueAt'>, hoursOf: HoursOf): Clock {
  if (entry.kind === 'started') return timed(begun(entry), hoursOf)
  if (!clock) throw new Error(`A clock of ${entry.target} begins with ${entry.kind}`)
  const { at } = entry
  switch (entry.kind) {
    case 'paused':
      return timed({ ...clock, pauses: [...clock.pauses, { from: at, to: null }] }, hoursOf)
    case 'resumed':
      return timed(
        { ...clock, pauses: clock.pauses.map((one) => (one.to ? one : { ...one, to: at })) },
        hoursOf,
      )
    case 'retargeted':
      return timed({ ...clock, ...entry.terms, ...(entry.reason === takenBack && unbreached) }, hoursOf)
    case 'at_risk':
      return { ...clock, warnedAt: at }
    case 'breached':
      return { ...clock, breachedAt: at }
    case 'escalated':
      return { ...clock, taken: [...clock.taken, entry.reason] }
    case 'met':
    case 'voided':
      return { ...clock, endedAt: at, outcome: entry.kind, dueAt: null, riskAt: null }
    case 'revived':
      return revived(clock, hoursOf)
  }
}

function begun({ target, instance, at, terms }: Omit<Entry, 'dueAt'>): Clock {
  if (!terms) throw new Error('A clock starts without terms')
  return {
    target,
    instance,
    ...terms,
    startedAt: at,
    pauses: [],
    dueAt: null,
    riskAt: null,
    warnedAt: null,
    breachedAt: null,
    taken: [],
    endedAt: null,
    outcome: null,
  }
}

/** As if it had never ended: the time in between has passed for it, too. */
function revived(clock: Clock, hoursOf: HoursOf): Clock {
  const running = { ...clock, endedAt: null, outcome: null }
  return clock.breachedAt ? { ...running, dueAt: clock.breachedAt } : timed(running, hoursOf)
}

/** With its moments computed from its start, its pauses and its target. A deadline that has passed does not move again. */
function timed(clock: Clock, hoursOf: HoursOf): Clock {
  if (clock.breachedAt) return clock
  return {
    ...clock,
    dueAt: momentOf(clock, clock.seconds, hoursOf),
    riskAt: momentOf(clock, riskSeconds(clock), hoursOf),
  }
}

/** At risk when a fifth of the target or half an hour is left, whichever is more (METRICS: at risk now). */
const riskSeconds = ({ seconds }: Clock) => Math.max(0, seconds - Math.max(seconds / 5, 30 * 60))

/** Null while it stands still; and where the hours never come to it, which no policy promises when it is saved. */
function momentOf(clock: Clock, seconds: number, hoursOf: HoursOf) {
  try {
    return deadlineWithPauses(hoursOf(clock.calendarVersionId), clock.startedAt, seconds, clock.pauses)
  } catch (error) {
    // A ticket is filed and answered all the same.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** When a step is due, but not before the clock starts; null: not while it stands still. */
export function stepAt(clock: Clock, { when }: Step, hoursOf: HoursOf): Date | null {
  if ('share' in when) return momentOf(clock, clock.seconds * when.share, hoursOf)
  const due = clock.breachedAt ?? momentOf(clock, clock.seconds, hoursOf)
  return due && new Date(Math.max(clock.startedAt.getTime(), due.getTime() + when.minutes * 60_000))
}

/** Of a ticket's clocks, one. */
export const nameOf = ({ target, instance }: Pick<Clock, 'target' | 'instance'>) => `${target} ${instance}`

/** The last moment that a clock knows of: nothing that happens to it later can have been before. */
export const lastMomentOf = ({ startedAt, pauses, warnedAt, breachedAt, endedAt }: Clock) =>
  latest(startedAt, warnedAt, breachedAt, endedAt, ...pauses.flatMap(({ from, to }) => [from, to]))

/** Of moments, some of which may never have come. */
export function latest(first: Date, ...others: readonly (Date | null)[]) {
  let last = first
  for (const one of others) if (one && one.getTime() > last.getTime()) last = one
  return last
}

/** Something that happens by itself: exactly once for a clock. */
export interface Timed {
  readonly kind: 'at_risk' | 'breached' | 'escalated'
  readonly at: Date
  readonly step?: Step
}

/** What a clock still has before it, soonest first; of what has ended, only what was due before. */
export function ahead(
  clock: Clock,
  {
    steps,
    priority,
    hoursOf,
  }: { readonly steps: readonly Step[]; readonly priority: Priority; readonly hoursOf: HoursOf },
): readonly Timed[] {
  const all: (Timed | null)[] = [
    clock.riskAt && !clock.warnedAt && !clock.breachedAt ? { kind: 'at_risk', at: clock.riskAt } : null,
    clock.dueAt && !clock.breachedAt ? { kind: 'breached', at: clock.dueAt } : null,
    ...steps
      .filter((step) => step.target === clock.target && !clock.taken.includes(step.key))
      .filter(({ priorities = [] }) => priorities.length === 0 || priorities.includes(priority))
      .map((step): Timed | null => {
        const at = stepAt(clock, step, hoursOf)
        return at && { kind: 'escalated', at, step }
      }),
  ]
  const end = clock.endedAt?.getTime() ?? Number.POSITIVE_INFINITY
  return all
    .filter((one) => one !== null)
    .filter(({ at }) => at.getTime() < end)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}
