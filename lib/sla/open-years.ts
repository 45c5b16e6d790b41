import { dayLength } from '@/lib/day-length'
import type { Hours, Span } from './calendar'
import { type DayHours, dayHoursOf } from './day-hours'
import { merged } from './spans'
import { stretchesOf } from './zone'

/** Open without a break; `before` is the open time of its year that lies before it. Milliseconds. */
interface Opening extends Span {
  readonly before: number
}

/** The open time of a year, by UTC, in order. */
export interface OpenYear {
  readonly openings: readonly Opening[]
  /** All of it together. */
  readonly open: number
}

interface Compiled {
  readonly hoursOn: (day: number) => DayHours
  readonly years: Map<number, OpenYear>
}

const compiled = new WeakMap<Hours, Compiled>()

/** A calendar is compiled once, and each of its years when it is first asked for: keep the object, and it is fast. */
export function openYear(hours: Hours, year: number): OpenYear {
  const { hoursOn, years } = compiledOf(hours)
  const known = years.get(year)
  if (known) return known
  const open = compile(hours.timeZone, hoursOn, year)
  years.set(year, open)
  return open
}

export function compiledOf(hours: Hours): Compiled {
  const known = compiled.get(hours)
  if (known) return known
  const calendar = { hoursOn: dayHoursOf(hours), years: new Map() }
  compiled.set(hours, calendar)
  return calendar
}

export const yearOf = (at: number) => new Date(at).getUTCFullYear()

/** The last opening for which the question is answered with yes, if it is so for all before it and for none after it. */
export function lastOpening({ openings }: OpenYear, question: (opening: Opening) => boolean) {
  let [found, beyond] = [-1, openings.length]
  while (beyond - found > 1) {
    const middle = (found + beyond) >> 1
    const opening = openings[middle]
    if (opening && question(opening)) found = middle
    else beyond = middle
  }
  return openings[found]
}

/** Open time of the year before a moment of it. */
export function openBefore(year: OpenYear, at: number) {
  const opening = lastOpening(year, ({ from }) => from <= at)
  return opening ? opening.before + Math.min(at, opening.to) - opening.from : 0
}

/**
 * It is open whenever the clocks on the wall show a time within a window. So an hour that they skip is no open time, and
 * one that they show twice is open twice.
 */
function compile(timeZone: string, hoursOn: Compiled['hoursOn'], year: number): OpenYear {
  const spans = stretchesOf(timeZone, year).flatMap(({ from, to, ahead }) =>
    daysOf(from + ahead, to + ahead).flatMap((day) =>
      hoursOn(day).open.map((span) => ({
        from: Math.max(from, day * dayLength + span.from - ahead),
        to: Math.min(to, day * dayLength + span.to - ahead),
      })),
    ),
  )
  let open = 0
  const openings = merged(spans).map(({ from, to }) => {
    const before = open
    open += to - from
    return { from, to, before }
  })
  return { openings, open }
}

/** The days, by number, that lie at least in part between two times on the wall. */
export function daysOf(from: number, to: number): readonly number[] {
  const first = Math.floor(from / dayLength)
  return Array.from({ length: Math.max(0, Math.ceil(to / dayLength) - first) }, (_, place) => first + place)
}
