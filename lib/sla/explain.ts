import { dated } from '@/lib/time-words'
import { changesOfClocks } from './changes-of-clocks'
import { countedDays, type Reading, type Told } from './counted-days'
import { ledgerSentences } from './ledger-sentences'
import type { NamedClock } from './named-clock'
import { pausedSpans } from './pauses'
import type { HoursOf } from './sla-policy'
import { without } from './spans'
import { calendarWords } from './words'

export interface Explanation {
  /** In order; dates and times in the reader's zone. */
  readonly sentences: readonly string[]
  /** The calendar in which it is counted. */
  readonly calendar: string
}

/** Why a clock is due when it is, and what has become of it: from its ledger alone. */
export function explain(
  clock: NamedClock,
  { hoursOf, ...reading }: Reading & { readonly hoursOf: HoursOf },
): Explanation {
  const ledger = ledgerSentences(clock, reading, hoursOf)
  return {
    sentences: [...woven(ledger, counting(clock, reading, hoursOf)), ...ahead(clock, reading)],
    calendar: calendarWords(clock.calendar),
  }
}

/** The ledger in its own order, with what was counted in between. */
function woven(ledger: readonly Told[], counting: readonly Told[]): readonly string[] {
  const left = [...counting]
  const sentences = ledger.flatMap(({ at, words }) => {
    const later = left.findIndex((one) => one.at >= at)
    const before = left.splice(0, later < 0 ? left.length : later)
    return [...before.map((one) => one.words), words]
  })
  return [...sentences, ...left.map(({ words }) => words)]
}

/** What counted where the clock did not stand still, up to its deadline or its end. */
function counting(clock: NamedClock, reading: Reading, hoursOf: HoursOf): readonly Told[] {
  const { startedAt, breachedAt, endedAt, dueAt, pauses } = clock
  const hours = hoursOf(clock.calendarVersionId)
  const end = breachedAt ?? endedAt ?? dueAt ?? pauses.find(({ to }) => !to)?.from ?? startedAt
  const span = { from: startedAt.getTime(), to: end.getTime() }
  // A day around the clock is not always one of the calendar on the wall.
  if (!hours) return changesOfClocks(span, reading)
  return without([span], pausedSpans(pauses, span)).flatMap((part) => countedDays(hours, part, reading))
}

/** What a running clock has before it. */
function ahead({ dueAt, breachedAt, endedAt }: NamedClock, { now, timeZone }: Reading): readonly string[] {
  if (!dueAt || breachedAt || endedAt) return []
  return [`${dueAt < now ? 'Was due' : 'Due'} ${dated(dueAt, now, timeZone)}.`]
}
