import { isDay, type Period } from './period'
import type { Narrowed } from './scope'

/** What stands behind a number of the reports: tickets to which this happened in a period. */
export const behindWords = {
  created: 'Created',
  first_response: 'Answered for the first time',
  next_response: 'Answered again',
  reply: 'Replied to',
  resolved: 'Resolved',
  lasting: 'Resolved and not reopened',
  settled: 'Resolved for the last time',
  first_resolved: 'Resolved for the first time',
  bounced: 'Reopened after being resolved for the first time',
  one_touch: 'Resolved with one reply',
  reopened: 'Reopened',
  backlog: 'Unresolved',
  first_response_target: 'First response due',
  first_response_met: 'First response in time',
  first_response_missed: 'First response late',
  next_response_target: 'Next response due',
  next_response_met: 'Next response in time',
  next_response_missed: 'Next response late',
  resolution_target: 'Resolution due',
  resolution_met: 'Resolved in time',
  resolution_missed: 'Resolved late',
  due: 'Something due',
  missed: 'Something late',
  rated: 'Rated',
  happy: 'Rated 4 or 5',
} as const
export type Behind = keyof typeof behindWords

/** The tickets behind a number. */
export interface BehindNumber {
  readonly what: Behind
  /** Of what is counted at a moment (the backlog), its end. */
  readonly period: Period
  /** The address of whoever is credited; of the backlog, of whoever has it now. */
  readonly by?: string | undefined
  /** Of the week, in the workspace's time zone: 0 to 167. */
  readonly hour?: number | undefined
  /** 1 to 5. */
  readonly score?: number | undefined
}

/** As a word of an address: `resolved 2026-11-01..2026-11-30 by:ana@acme.test`. */
export const writeBehind = ({ what, period, by, hour, score }: BehindNumber) =>
  [
    what,
    `${period.from}..${period.to}`,
    by && `by:${by}`,
    hour !== undefined && `hour:${hour}`,
    score !== undefined && `score:${score}`,
  ]
    .filter(Boolean)
    .join(' ')

/** Undefined: it names the tickets behind no number. */
export function readBehind(text: string): BehindNumber | undefined {
  const [, what = '', from = '', to = '', , by, , hour, , score] =
    /^(\w+) (\S{10})\.\.(\S{10})( by:(\S+))?( hour:(\d{1,3}))?( score:([1-5]))?$/.exec(text) ?? []
  if (!isBehind(what) || !isDay(from) || !isDay(to) || to < from || Number(hour ?? 0) > 167) return undefined
  return {
    what,
    period: { from, to },
    ...(by && { by }),
    ...(hour && { hour: Number(hour) }),
    ...(score && { score: Number(score) }),
  }
}

const isBehind = (word: string): word is Behind => Object.hasOwn(behindWords, word)

/** The queue's address with the tickets behind a number of a report; `narrower` is what the number counts beyond the report's scope. */
export function queueBehind(
  scope: Narrowed,
  { by = scope.agent, ...number }: BehindNumber,
  narrower: Partial<Pick<Narrowed, 'category' | 'channel' | 'priority' | 'team'>> = {},
) {
  const { category, channel, priority, team, tag } = { ...scope, ...narrower }
  const lists = Object.entries({ category, channel, priority, team, tag }).filter(
    ([, values]) => values.length > 0,
  )
  return `/console/tickets?${new URLSearchParams([
    ['behind', writeBehind({ ...number, by })],
    ...lists.map(([name, values]) => [name, values.join()]),
  ])}`
}
