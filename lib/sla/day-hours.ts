import { dayLength } from '@/lib/day-length'
import { type Hours, type Span, type SpecialDay, spanOf, type Window, weekdays } from './calendar'
import { clipped, merged, without } from './spans'

/** What a calendar says of one date. Milliseconds from its midnight, on the wall. */
export interface DayHours {
  readonly open: readonly Span[]
  /** What would hold if the day were like its weekday. */
  readonly usual: readonly Span[]
  readonly special: SpecialDay | undefined
}

/** Days are numbered from 1 January 1970, by the calendar on the wall. */
export function dayHoursOf({ weekly, days }: Hours): (day: number) => DayHours {
  const week = weekdays.map((weekday, place) => {
    const before = weekdays.at(place - 1) ?? weekday
    const pastMidnight = spansOf(weekly[before]).map(({ from, to }) => ({
      from: from - dayLength,
      to: to - dayLength,
    }))
    return within([...pastMidnight, ...spansOf(weekly[weekday])])
  })
  const special = new Map(days.map((day) => [day.date, day]))
  return (day) => {
    const date = dateOf(day)
    const usual = week[weekdayOf(day)] ?? []
    const here = special.get(date) ?? special.get(date.slice(-5))
    return { usual, special: here, open: here ? specialHours(here, usual) : usual }
  }
}

/** `YYYY-MM-DD`. */
export const dateOf = (day: number) => new Date(day * dayLength).toISOString().slice(0, 10)

// 1 January 1970 was a Thursday.
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7

const specialHours = ({ open, closed }: SpecialDay, usual: readonly Span[]) =>
  open || closed ? without(open ? within(spansOf(open)) : usual, spansOf(closed)) : []

const spansOf = (windows: readonly Window[] = []) => windows.map(spanOf)

const within = (spans: readonly Span[]) => merged(clipped(spans, { from: 0, to: dayLength }))
