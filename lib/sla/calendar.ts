import { dayLength } from '@/lib/day-length'

/** The words in which a calendar says when people are there. Shapes: hours-shape.ts; arithmetic: business-time.ts. */

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export const weekdayWord = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const satisfies Record<Weekday, string>

/**
 * `HH:MM` to `HH:MM`, on the clocks on the wall of the calendar's zone; `HH:MM:SS` where minutes are too coarse. `24:00`
 * closes at midnight; a close that is not after the open is on the next day.
 */
export type Window = readonly [open: string, close: string]

/**
 * A day that is not like its weekday. Without hours it is closed all day; with both, `open` counts without `closed`. It
 * governs its own date from midnight to midnight: what a window of the day before brings into it, too.
 */
export interface SpecialDay {
  /** `YYYY-MM-DD`, or `MM-DD` for every year that has this day; the date of one year goes before that of every year. */
  readonly date: string
  readonly name: string
  /** Only these hours are closed. */
  readonly closed?: readonly Window[]
  /** These hours instead of the week's. */
  readonly open?: readonly Window[]
}

/** Where there are no hours at all (`null`), a clock runs around the clock. */
export interface Hours {
  /** An IANA name. */
  readonly timeZone: string
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Window[]>>>
  readonly days: readonly SpecialDay[]
}

/** From midnight to a time on the wall, in milliseconds. Throws RangeError where it is no time of a day. */
export function timeOfDay(time: string) {
  const [, hours, minutes, seconds = '0'] = /^(\d\d):([0-5]\d)(?::([0-5]\d))?$/.exec(time) ?? []
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  if (!(ms <= dayLength)) throw new RangeError(`“${time}” is not a time`)
  return ms
}

/** From the midnight on which the window's day begins, in milliseconds; beyond `dayLength` it is the next day. */
export function spanOf([open, close]: Window): Span {
  const [from, to] = [timeOfDay(open), timeOfDay(close)]
  return { from, to: to > from ? to : to + dayLength }
}

/** From the first moment up to the second, without it. Milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}
