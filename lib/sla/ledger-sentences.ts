import { dated, sameDay, timeOfDay } from '@/lib/time-words'
import { elapsedWithPauses } from './business-time'
import type { Terms } from './clock'
import type { Reading, Told } from './counted-days'
import type { NamedClock, NamedEntry, TermNames } from './named-clock'
import {
  by,
  changeReason,
  done,
  notifiedWords,
  pausingWords,
  startReason,
  stepName,
  stillWords,
} from './reasons'
import type { HoursOf } from './sla-policy'
import { between, calendarWords, capital, counted, targetAmount } from './words'

type NamedTerms = Terms & TermNames

/** A sentence for each entry of a ledger; a pause and its end are one. */
export function ledgerSentences(clock: NamedClock, reading: Reading, hoursOf: HoursOf): readonly Told[] {
  const tell = teller(clock, reading, hoursOf)
  let terms: NamedTerms | undefined
  return clock.entries.flatMap((entry, place) => {
    const before = terms
    terms = entry.terms && entry.names ? { ...entry.terms, ...entry.names } : terms
    if (!terms) return []
    const resumed = clock.entries.slice(place + 1).find(({ kind }) => kind === 'resumed')?.at
    const words = tell(entry, { before: before ?? terms, terms, resumed, last: clock.entries[place - 1] })
    return words ? [{ at: entry.at, words }] : []
  })
}

interface Around {
  readonly before: NamedTerms
  readonly terms: NamedTerms
  /** When a pause ended. */
  readonly resumed: Date | undefined
  /** What came before it. */
  readonly last: NamedEntry | undefined
}

function teller(clock: NamedClock, { timeZone, now }: Reading, hoursOf: HoursOf) {
  const { startedAt, breachedAt, endedAt, pauses, seconds, calendar } = clock
  const time = (at: Date) => dated(at, now, timeZone)
  const spent = (at: Date) =>
    Math.min(seconds, elapsedWithPauses(hoursOf(clock.calendarVersionId), startedAt, at, pauses))

  function paused({ at, reason }: NamedEntry, to: Date | undefined) {
    const until = to && (sameDay(at, to, timeZone) ? timeOfDay(to, timeZone) : time(to))
    const begin = until
      ? `Paused ${time(at)} to ${until}`
      : endedAt
        ? `Paused ${time(at)}`
        : `Paused since ${time(at)}`
    // Past the deadline there is nothing left to count.
    if (breachedAt && breachedAt <= at) return `${begin} ${stillWords(reason)}.`
    const sofar = `${counted(spent(at))} of ${targetAmount(seconds, calendar)} counted`
    return `${begin} ${stillWords(reason)}, ${sofar}.`
  }

  function met({ at, dueAt, actor, target }: NamedEntry) {
    const who = actor ? ` by ${actor}` : ''
    // A resolution in time that was taken back may be late now.
    if (breachedAt && breachedAt <= at)
      return `${capital(done(target))} ${time(at)}${who}, ${between(breachedAt, at)} late.`
    const left = counted(seconds - spent(at))
    const early = calendar
      ? `${left} of ${targetAmount(seconds, calendar)} left`
      : dueAt
        ? `${between(dueAt, at)} early`
        : `${left} left`
    return `Met ${time(at)}, ${early}: ${done(target)}${who}.`
  }

  function breached({ at, target }: NamedEntry, last: NamedEntry | undefined) {
    const missed = `not ${done(target)} by then`
    // Counted from the start, what is promised now had passed already.
    if (last?.kind === 'retargeted' && last.at > at)
      return `Breached at once: so it was due ${time(at)}, ${missed}.`
    return `Breached ${time(at)}, ${missed}.`
  }

  /** Due at its moment, and done when somebody came to it: the worker, or the rule that makes it so. */
  function escalated(entry: NamedEntry) {
    const { at, recordedAt = at } = entry
    const late = recordedAt.getTime() - at.getTime() >= 60_000
    const when = sameDay(at, recordedAt, timeZone) ? timeOfDay(recordedAt, timeZone) : time(recordedAt)
    return `Escalated ${time(at)}${late ? ` (done ${when})` : ''}: ${stepName(entry.reason)}${notifiedWords(entry)}.`
  }

  return (entry: NamedEntry, { before, terms, resumed, last }: Around): string | null => {
    const at = time(entry.at)
    switch (entry.kind) {
      case 'started':
        return `Started ${at}, ${startReason(entry)}. Target ${targetAmount(terms.seconds, terms.calendar)}.`
      case 'paused':
        return paused(entry, resumed)
      case 'resumed':
        // The pause has told it.
        return null
      case 'retargeted':
        return `Retargeted ${[at, ...changes(before, terms)].join(', ')}, when ${changeReason(entry)}${by(entry)}.`
      case 'at_risk':
        return `At risk from ${at}.`
      case 'breached':
        return breached(entry, last)
      case 'escalated':
        return escalated(entry)
      case 'met':
        return met(entry)
      case 'voided':
        return entry.reason === 'resolved_unanswered' || entry.reason === 'resolved_meanwhile'
          ? `Ended ${at} without a promise kept: resolved without an answer${by(entry)}.`
          : `Ended ${at}: not promised any more since ${changeReason(entry)}${by(entry)}.`
      case 'revived':
        return `Goes on since ${at}, as if it had never ended: ${changeReason(entry)}${by(entry)}.`
    }
  }
}

/** What a retarget changed: `8 h → 2 h`. */
function changes(before: NamedTerms, after: NamedTerms): readonly string[] {
  const amount = ({ seconds, calendar }: NamedTerms) => targetAmount(seconds, calendar)
  return [
    ...(after.seconds === before.seconds ? [] : [`${amount(before)} → ${amount(after)}`]),
    ...(after.calendarVersionId === before.calendarVersionId ? [] : [`to ${calendarWords(after.calendar)}`]),
    ...(after.policyId === before.policyId ? [] : [`to the policy “${after.policy}”`]),
    ...(after.pausing.join() === before.pausing.join() ? [] : [pausingWords(after.pausing)]),
  ]
}
