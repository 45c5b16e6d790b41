/** Pure words for moments and spans. Built from numbers alone, because the month names and spaces of two ICU versions
 * (the server's and the browser's) differ, and a page must not change while it wakes up. */

export type Moment = Date | string | number

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

export const millis = (moment: Moment) => new Date(moment).getTime()

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

/** `just now`, `4 min ago`, `2 h ago`, `3 d ago`, `in 2 h`; a date from a week on. */
export function relative(at: Moment, now: Moment, timeZone: string) {
  const away = millis(now) - millis(at)
  const size = Math.abs(away)
  if (size < 45 * second) return 'just now'
  if (size >= 7 * day) return calendarDate(at, now, timeZone)
  const words =
    size < hour
      ? `${Math.max(1, Math.floor(size / minute))} min`
      : size < day
        ? `${Math.floor(size / hour)} h`
        : `${Math.floor(size / day)} d`
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
export function clockTime(at: Moment, now: Moment, timeZone: string) {
  const then = wallClock(at, timeZone)
  const time = `${two(then.hour)}:${two(then.minute)}`
  const today = wallClock(now, timeZone)
  if (then.year === today.year && then.month === today.month && then.day === today.day) return time
  const year = then.year === today.year ? '' : ` ${then.year}`
  return `${then.weekday} ${then.day} ${months[then.month - 1]}${year}, ${time}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const two = (value: number) => String(value).padStart(2, '0')

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string) => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    timeZoneName: 'longOffset',
  })
  formats.set(timeZone, made)
  return made
}

function wallClock(at: Moment, timeZone: string) {
  const parts = formatOf(timeZone).formatToParts(millis(at))
  const text = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  const [year, month, date] = [Number(text('year')), Number(text('month')), Number(text('day'))]
  return {
    year,
    month,
    day: date,
    hour: Number(text('hour')),
    minute: Number(text('minute')),
    weekday: weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()],
    offset: offsetOf(text('timeZoneName')),
  }
}

/** `GMT+05:30` → `UTC+5:30`; no offset is `GMT` to one ICU and `GMT+00:00` to another. */
const offsetOf = (name: string) => {
  const match = /^GMT([+-])(\d\d):(\d\d)$/.exec(name)
  if (!match) return 'UTC'
  const [, sign, hours, minutes] = match
  if (hours === '00' && minutes === '00') return 'UTC'
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}
