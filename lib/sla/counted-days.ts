import { dayLength } from '@/lib/day-length'
import { listed } from '@/lib/listed'
import { plural } from '@/lib/plural'
import { dated, dayName } from '@/lib/time-words'
import { type Hours, type Span, weekdays } from './calendar'
import { wallAt } from './calendars/wall'
import { openYear, yearOf } from './open-years'
import { skipped } from './skipped'
import { clipped } from './spans'
import { capital, counted } from './words'

/** A sentence, and the moment from which on it is so. */
export interface Told {
  readonly at: Date
  readonly words: string
}

/** In whose zone times are told, and when. */
export interface Reading {
  /** IANA name. */
  readonly timeZone: string
  readonly now: Date
}

/** What business hours make of a span in which a clock runs: what counts when, and what does not. */
export function countedDays(hours: Hours, span: Span, { timeZone, now }: Reading): readonly Told[] {
  const days = openDays(hours, span)
  const opens = days[0]?.from === span.from
  const first = opens ? days[0] : undefined
  const later = days.slice(opens ? 1 : 0)
  const told: Told[] = []
  const tell = (at: number, words: (count: string) => string) =>
    told.push({ at: new Date(at), words: words(at <= now.getTime() ? 'counted' : 'count') })

  if (first && later.length > 0)
    tell(first.to, (count) => `${counted(first.seconds)} ${count} until closing.`)
  const [next] = later
  if (!opens && next) tell(span.from, () => `Closed then: counted from ${dated(next.from, now, timeZone)}.`)
  // The last of them is told by what it ends with.
  const whole = later.slice(0, -1)
  const end = whole.at(-1)
  if (end) {
    const seconds = whole.reduce((sum, day) => sum + day.seconds, 0)
    const names = whole.map((day) => dayName(day.from, now, hours.timeZone))
    const when = [...new Set([names[0], names.at(-1)])].join(' to ')
    tell(end.to, (count) => `${counted(seconds)} ${count} on ${when}.`)
  }
  const not = skippedWords(hours, span)
  if (not) tell(beforeFirstGap(days, span, dayIn(hours)) ?? first?.to ?? span.from, () => not)
  return told.sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** The end of the last open day before one that is closed. */
function beforeFirstGap(days: readonly OpenDay[], span: Span, dayOf: (moment: number) => number) {
  let last = { day: dayOf(span.from), to: span.from }
  for (const { from, to } of days) {
    if (dayOf(from) > last.day + 1) return last.to
    last = { day: dayOf(from), to }
  }
}

const dayIn = (hours: Hours) => (moment: number) => Math.floor(wallAt(hours.timeZone, moment) / dayLength)

interface OpenDay extends Span {
  /** Of open time, which may have breaks. */
  readonly seconds: number
}

/** The days of a span on which it is open, by the calendar's zone. A night belongs to the evening that it begins on. */
function openDays(hours: Hours, span: Span): readonly OpenDay[] {
  const [first, last] = [yearOf(span.from), yearOf(span.to)]
  const years = Array.from({ length: last - first + 1 }, (_, place) => openYear(hours, first + place))
  const openings = clipped(
    years.flatMap(({ openings }) => openings),
    span,
  )
  const dayOf = dayIn(hours)
  return [...Map.groupBy(openings, ({ from }) => dayOf(from)).values()].map((parts) => ({
    from: parts[0]?.from ?? span.from,
    to: parts.at(-1)?.to ?? span.to,
    seconds: parts.reduce((sum, { from, to }) => sum + to - from, 0) / 1000,
  }))
}

/** `Weekend and 1 holiday (Christmas Day) skipped.` */
function skippedWords(hours: Hours, { from, to }: Span): string | undefined {
  const { weekendDays, holidays, otherHours } = skipped(hours, new Date(from), new Date(to))
  const closed = [
    ...(weekendDays > 0 ? [freeDays(hours, weekendDays)] : []),
    ...(holidays.length > 0 ? [named(holidays.length, 'holiday', holidays)] : []),
  ]
  const sentences = [
    ...(closed.length > 0 ? [`${capital(listed(closed))} skipped.`] : []),
    ...(otherHours.length > 0
      ? [`${capital(named(otherHours.length, 'day', otherHours))} with other hours.`]
      : []),
  ]
  return sentences.join(' ') || undefined
}

function freeDays({ weekly }: Hours, count: number) {
  const free = weekdays.filter((weekday) => (weekly[weekday] ?? []).length === 0)
  if (!free.every((day) => day === 'fri' || day === 'sat' || day === 'sun'))
    return plural(count, 'closed day')
  return count === 2 ? 'weekend' : plural(count, 'weekend day')
}

const most = 3

const named = (count: number, noun: string, days: readonly { readonly name: string }[]) =>
  plural(count, noun) + (count <= most ? ` (${listed(days.map(({ name }) => name))})` : '')
