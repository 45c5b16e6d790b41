import ICAL from 'ical.js'
import { dayLength } from '@/lib/day-length'
import { Refused } from '@/lib/errors'
import type { Span, SpecialDay } from '../calendar'
import { dateOf } from '../day-hours'
import { clipped, merged } from '../spans'
import { dayOf, daysOfRule, goesOn, isPlainYearly, type Limits, Patience } from './ics-repeats'
import { momentOf, wallAt } from './wall'
import { windowOf } from './words'

export const largestIcs = 1_000_000
const mostDays = 2000
const longestName = 120
const yearsAhead = 3

export interface Imported {
  /** By date. */
  readonly days: readonly SpecialDay[]
  /** The names of what repeats beyond the last day that was read. */
  readonly cut: readonly string[]
  /** `YYYY-MM-DD` */
  readonly until: string
}

/**
 * The special days of a calendar file (RFC 5545). Events of whole days are closed days, others close their hours; what
 * repeats every year is a day of every year, other repetitions are read from a year before `today` to three years after it.
 * Times are told in the calendar's zone; a zone that is no IANA name is taken for it. Throws Refused where the file is no
 * calendar, too large, or says what cannot be read.
 */
export function daysOfIcs(text: string, timeZone: string, today: Date): Imported {
  if (text.length > largestIcs) throw new Refused('The file is larger than 1 MB')
  const now = Math.floor(wallAt(timeZone, today.getTime()) / dayLength)
  const limits = { from: now - 366, to: now + yearsAhead * 365 }
  const book = new Book()
  const patience = new Patience()
  const events = eventsOf(text)
  // What is cancelled closes nothing, and still takes the place of its day in a series.
  const moved = replaced(events)
  for (const event of events.filter(takesPlace)) {
    const name = nameOf(event)
    try {
      read(event, { name, timeZone, limits, patience, book, moved: moved.get(uidOf(event)) ?? [] })
    } catch (error) {
      if (error instanceof Refused) throw error
      throw new Refused(`“${name}” cannot be read: ${reasonOf(error)}`)
    }
  }
  return { days: book.days(), cut: [...book.cut], until: dateOf(limits.to) }
}

type Component = InstanceType<typeof ICAL.Component>
type Time = InstanceType<typeof ICAL.Time>
type Rule = InstanceType<typeof ICAL.Recur>

function eventsOf(text: string): readonly Component[] {
  if (!/^\s*BEGIN:VCALENDAR\s/i.test(text))
    throw new Refused('This is no calendar file: its name ends in .ics')
  const roots = calendarsOf(text)
  // A zone that the file describes itself has rules that may never end either; zones are known by their IANA names.
  for (const root of roots) root.removeAllSubcomponents('vtimezone')
  const events = roots
    .filter(({ name }) => name === 'vcalendar')
    .flatMap((root) => root.getAllSubcomponents('vevent'))
  if (!events.some(takesPlace)) throw new Refused('There are no events in this file')
  return events
}

const takesPlace = (event: Component) => event.getFirstPropertyValue('status') !== 'CANCELLED'

function calendarsOf(text: string): readonly Component[] {
  try {
    const parsed: unknown[] = ICAL.parse(text)
    const calendars = typeof parsed[0] === 'string' ? [parsed] : parsed
    return calendars.map((calendar) => new ICAL.Component(calendar as never))
  } catch (error) {
    throw new Refused(`This calendar file is malformed: ${reasonOf(error)}`)
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : 'it cannot be read')

const uidOf = (event: Component) => String(event.getFirstPropertyValue('uid') ?? '')

const nameOf = (event: Component) =>
  String(event.getFirstPropertyValue('summary') ?? '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longestName)
    .toWellFormed() || 'Closed'

/** By series, the days of it that are told by an event of their own. */
function replaced(events: readonly Component[]) {
  const moved = new Map<string, Time[]>()
  for (const event of events) {
    const instead = event.getFirstPropertyValue('recurrence-id')
    if (isTime(instead)) moved.set(uidOf(event), [...(moved.get(uidOf(event)) ?? []), instead])
  }
  return moved
}

interface Reading {
  readonly name: string
  readonly timeZone: string
  readonly limits: Limits
  readonly patience: Patience
  readonly book: Book
  /** Days of the series that other events tell. */
  readonly moved: readonly Time[]
}

function read(event: Component, { name, timeZone, limits, patience, book, moved }: Reading) {
  const start = event.getFirstPropertyValue('dtstart')
  if (!isTime(start)) throw new Refused(`“${name}” has no start`)
  if (!(start.year >= 1900 && start.year < 2200))
    throw new Refused(`“${name}” begins in the year ${start.year}`)
  const first = dayOf(start)
  const length = lengthOf(event, start)
  if (length > 366 * dayLength) throw new Refused(`“${name}” lasts longer than a year`)
  const zone = zoneOf(event, timeZone)
  const dayHere = (time: Time) => (start.isDate ? dayOf(time) : dayIn(zone, time))
  const repeats = valuesOf(event, 'rrule')
    .filter((value): value is Rule => value instanceof ICAL.Recur)
    .map((rule) => ({
      rule,
      first,
      until: rule.until ? dayHere(rule.until) : Number.POSITIVE_INFINITY,
      name,
    }))
  const instead = event.hasProperty('recurrence-id') ? [] : moved
  const left = new Set([...valuesOf(event, 'exdate').filter(isTime), ...instead].map(dayHere))
  const more = valuesOf(event, 'rdate').filter(isTime).map(dayHere)
  const at = (day: number) => {
    const wall =
      day * dayLength + (start.isDate ? 0 : (start.hour * 3600 + start.minute * 60 + start.second) * 1000)
    const from = start.isDate || zone === timeZone ? wall : wallAt(timeZone, momentOf(zone, wall))
    return { from, to: from + length }
  }
  const [repeat] = repeats
  if (repeat && repeats.length === 1 && left.size + more.length === 0 && isPlainYearly(repeat)) {
    book.close(name, at(first), 'every year')
    return
  }
  const repeated = repeats.flatMap((each) => daysOfRule(each, limits, patience))
  for (const day of new Set([first, ...more, ...repeated]))
    if (!left.has(day) && (repeats.length === 0 || day >= limits.from)) book.close(name, at(day))
  if (repeats.some((each) => goesOn(each, limits))) book.cut.add(name)
}

const valuesOf = (event: Component, name: string): readonly unknown[] =>
  event.getAllProperties(name).flatMap((property) => property.getValues())

const isTime = (value: unknown): value is Time => value instanceof ICAL.Time

/** Milliseconds on the wall. A day without an end is one day, a time without one is nothing. */
function lengthOf(event: Component, start: Time) {
  const end = event.getFirstPropertyValue('dtend')
  const duration = event.getFirstPropertyValue('duration')
  if (isTime(end)) return Math.max(start.isDate ? dayLength : 0, wallTime(end) - wallTime(start))
  if (duration instanceof ICAL.Duration) return Math.max(0, duration.toSeconds() * 1000)
  return start.isDate ? dayLength : 0
}

const wallTime = (time: Time) =>
  dayOf(time) * dayLength + (time.isDate ? 0 : (time.hour * 3600 + time.minute * 60 + time.second) * 1000)

/** The day on the clocks of a zone; a time of no zone, or of the zone itself, is told by them already. */
const dayIn = (zone: string, time: Time) =>
  time.isDate || time.zone !== ICAL.Timezone.utcTimezone
    ? dayOf(time)
    : Math.floor(wallAt(zone, wallTime(time)) / dayLength)

function zoneOf(event: Component, timeZone: string) {
  const start = event.getFirstProperty('dtstart')
  const value = start?.getFirstValue()
  if (isTime(value) && value.zone === ICAL.Timezone.utcTimezone) return 'UTC'
  const name = String(start?.getFirstParameter('tzid') ?? '')
  try {
    return name
      ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone && name
      : timeZone
  } catch {
    return timeZone
  }
}

/** Dates with what is closed on them. */
class Book {
  readonly cut = new Set<string>()
  private readonly found = new Map<string, { names: Set<string>; spans: readonly Span[] }>()
  private read = 0

  /** From one time on the wall to another. */
  close(name: string, { from, to }: Span, every?: 'every year') {
    if (from === to) return
    for (let day = Math.floor(from / dayLength); day * dayLength < to; day++) {
      const date = every ? dateOf(day).slice(5) : dateOf(day)
      const { names, spans } = this.found.get(date) ?? { names: new Set(), spans: [] }
      const here = clipped([{ from: from - day * dayLength, to: to - day * dayLength }], {
        from: 0,
        to: dayLength,
      })
      this.found.set(date, { names: names.add(name), spans: merged([...spans, ...here]) })
      this.read += 1
      if (this.read > 10 * mostDays) throw new Refused('This file says too much about the same days')
      if (this.found.size > mostDays)
        throw new Refused(`There are more than ${mostDays.toLocaleString('en')} days in this file`)
    }
  }

  days(): readonly SpecialDay[] {
    return [...this.found]
      .map(([date, { names, spans }]) => {
        const name = [...names].join(', ').slice(0, longestName).toWellFormed()
        const [all] = spans
        const whole = all && all.from === 0 && all.to === dayLength
        return whole ? { date, name } : { date, name, closed: spans.map(windowOf) }
      })
      .toSorted((one, other) => one.date.localeCompare(other.date))
  }
}
