/** Pure words for moments and spans. Built from numbers alone, because the month names and spaces of two ICU versions
 * (the server's and the browser's) differ, and a page must not change while it wakes up. */

import { dayLength } from './day-length'
import { zoneOffset } from './zone-offset'

export type Moment = Date | string | number

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** A page of rows asks hundreds of times, and on the server each new Date passes a guard of Next's. */
export function millis(moment: Moment) {
  if (typeof moment === 'string') return Date.parse(moment)
  return typeof moment === 'number' ? moment : moment.getTime()
}

/** `2 h 10 m`, `18 m`, `3 d 4 h`; the sign is the caller's. */
export function span(ms: number) {
  const whole = Math.floor(Math.abs(ms) / minute)
  if (whole < 1) return '<1 m'
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  const minutes = whole % 60
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} m` : `${hours} h`
  return `${minutes} m`
}

/** Time to a deadline as it stands on a clock: `2 h 10 m`, or `−42 m` when it has passed. */
export const countdown = (dueAt: Moment, now: Moment) => {
  const left = millis(dueAt) - millis(now)
  return left < 0 ? `−${span(left)}` : span(left)
}

/** `in a minute`, `in 12 minutes`: when that many seconds will have passed. */
export const inMinutes = (seconds: number) => {
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`
}

/** `just now`, `4 min ago`, `2 h ago`, `3 d ago`, `in 2 h`; a date from a week on. */
export function relative(at: Moment, now: Moment, timeZone: string) {
  const away = millis(now) - millis(at)
  const size = Math.abs(away)
  if (size < 45 * second) return 'just now'
  if (size >= 7 * dayLength) return calendarDate(at, now, timeZone)
  const words =
    size < hour
      ? `${Math.max(1, Math.floor(size / minute))} min`
      : size < dayLength
        ? `${Math.floor(size / hour)} h`
        : `${Math.floor(size / dayLength)} d`
  return away < 0 ? `in ${words}` : `${words} ago`
}

/** `12 Mar`, with the year where it is another one. */
export function calendarDate(at: Moment, now: Moment, timeZone: string) {
  const then = wallClock(at, timeZone)
  const date = `${then.day} ${months[then.month - 1]}`
  return then.year === wallClock(now, timeZone).year ? date : `${date} ${then.year}`
}

/** `Mon 23 Nov 2026, 14:20 UTC+1`. */
export function absolute(at: Moment, timeZone: string) {
  const { year, month, day: date, hour: hours, minute: minutes, weekday, offset } = wallClock(at, timeZone)
  return `${weekday} ${date} ${months[month - 1]} ${year}, ${two(hours)}:${two(minutes)} ${offset}`
}

/** `14:20`, or `Mon 23 Nov, 14:20` on another day than now. */
export const clockTime = (at: Moment, now: Moment, timeZone: string) =>
  sameDay(at, now, timeZone) ? timeOfDay(at, timeZone) : dated(at, now, timeZone)

/** `14:20` */
export function timeOfDay(at: Moment, timeZone: string) {
  const { hour: hours, minute: minutes } = wallClock(at, timeZone)
  return `${two(hours)}:${two(minutes)}`
}

/** `Mon 23 Nov, 14:20`, with the year where it is another one than now. */
export const dated = (at: Moment, now: Moment, timeZone: string) =>
  `${dayName(at, now, timeZone)}, ${timeOfDay(at, timeZone)}`

/** `Mon 23 Nov` */
export const dayName = (at: Moment, now: Moment, timeZone: string) =>
  `${wallClock(at, timeZone).weekday} ${calendarDate(at, now, timeZone)}`

export const sameDay = (one: Moment, other: Moment, timeZone: string) =>
  dayNumber(one, timeZone) === dayNumber(other, timeZone)

/** `2026-11-23`: the day that it is there. */
export const dayAt = (at: Moment, timeZone: string) =>
  new Date(dayNumber(at, timeZone) * dayLength).toISOString().slice(0, 10)

/** Days from 1 January 1970, by the calendar on the wall. */
const dayNumber = (at: Moment, timeZone: string) =>
  Math.floor((millis(at) + offsetAt(millis(at), timeZone) * minute) / dayLength)

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const two = (value: number) => String(value).padStart(2, '0')

/** What a clock on the wall shows there and then. */
function wallClock(at: Moment, timeZone: string) {
  const minutes = offsetAt(millis(at), timeZone)
  const local = new Date(millis(at) + minutes * minute)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    weekday: weekdays[local.getUTCDay()],
    offset: offsetInWords(minutes),
  }
}

/** `UTC+5:30`, `UTC−3`, `UTC`. */
function offsetInWords(minutes: number) {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const rest = size % 60 === 0 ? '' : `:${two(size % 60)}`
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`
}

const known = new Map<string, number | 'changes'>()
const knownLimit = 20_000

/**
 * Minutes that the zone is ahead of UTC. Asking Intl costs more than everything else in a row of the queue, so it is asked
 * for the two ends of a day, and for a moment only on the days on which the clocks change.
 */
function offsetAt(at: number, timeZone: string): number {
  const date = Math.floor(at / dayLength)
  const key = `${timeZone} ${date}`
  let offset = known.get(key)
  if (offset === undefined) {
    const [first, last] = [
      askOffset(date * dayLength, timeZone),
      askOffset((date + 1) * dayLength - 1, timeZone),
    ]
    offset = first === last ? first : 'changes'
    if (known.size >= knownLimit) known.clear()
    known.set(key, offset)
  }
  return offset === 'changes' ? askOffset(at, timeZone) : offset
}

const askOffset = (at: number, timeZone: string) => Math.trunc(zoneOffset(timeZone, at) / minute)
