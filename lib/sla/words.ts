import { millis } from '@/lib/time-words'
import type { Clock } from './clock'
import { amountWord, openAmountWord } from './policies/amount'

/** A version of a calendar as people know it. */
export interface CalendarName {
  readonly name: string
  /** Counted from 1. */
  readonly version: number
  /** IANA name. */
  readonly timeZone: string
}

/** `Office hours, version 3, Europe/Oslo`, or `24×7`. */
export const calendarWords = (calendar: CalendarName | null) =>
  calendar ? `${calendar.name}, version ${calendar.version}, ${calendar.timeZone}` : '24×7'

/** A target as its policy says it: `8 h`, `3 d`; of open time, whose days are not a clock's, `72 h`. */
export const targetAmount = (seconds: number, calendar: { readonly name: string } | null) =>
  (calendar ? openAmountWord : amountWord)(seconds)

/** Open time that has passed: `1 h 10 min`. Whole minutes, but never nothing. */
export const counted = (seconds: number) => openAmountWord(inMinutes(seconds))

/** Time as it passes from one moment to another, whichever is first: `3 d 4 h 12 min`. */
export const between = (one: Date, other: Date) =>
  amountWord(inMinutes(Math.abs(millis(one) - millis(other)) / 1000))

const inMinutes = (seconds: number) =>
  seconds < 60 ? Math.ceil(seconds) : seconds - (Math.floor(seconds) % 60) - (seconds % 1)

/** How a clock stands. Met late is breached. */
export type ClockState = 'ok' | 'at_risk' | 'breached' | 'paused' | 'met' | 'voided'

export function stateOf({ endedAt, outcome, breachedAt, dueAt, riskAt }: Clock, now: Date): ClockState {
  if (breachedAt) return 'breached'
  if (endedAt) return outcome ?? 'voided'
  if (!dueAt) return 'paused'
  if (now > dueAt) return 'breached'
  return riskAt && now >= riskAt ? 'at_risk' : 'ok'
}

/** `due in 2 h`, `42 min late`, `met`. */
export function stateWords(clock: Clock, now: Date): string {
  const state = stateOf(clock, now)
  const { dueAt, breachedAt, endedAt, outcome } = clock
  const deadline = breachedAt ?? dueAt
  switch (state) {
    case 'ok':
      return deadline ? `due in ${between(deadline, now)}` : state
    case 'at_risk':
      return deadline ? `at risk, due in ${between(deadline, now)}` : state
    case 'breached':
      if (outcome === 'voided') return 'breached'
      return deadline ? `${between(endedAt ?? now, deadline)} late` : state
    case 'voided':
      return 'ended'
    default:
      return state
  }
}

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
