import { dayLength } from '@/lib/day-length'
import { calendarDate, dayName } from '@/lib/time-words'
import { type Hours, type Span, type SpecialDay, type Window, weekdays } from '../calendar'
import { dayHoursOf } from '../day-hours'

export const weekdayWords = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** `Mon 23 Nov`, with the year where it is not `year`. The day is numbered from 1 January 1970. */
export const dayInWords = (day: number, year: number) => dayName(day * dayLength, Date.UTC(year, 6), 'UTC')

/** `Mon 23 Nov 2026` of `2026-11-23`, `25 Dec` of `12-25`; what is no date stays as it is. */
export function dateInWords(date: string) {
  const every = /^\d\d-\d\d$/.test(date)
  const at = Date.parse(every ? `2000-${date}T00:00Z` : `${date}T00:00Z`)
  if (Number.isNaN(at)) return date
  // Told without the year of the moment that it is read in.
  return every ? calendarDate(at, at, 'UTC') : dayName(at, Date.UTC(1900), 'UTC')
}

/** `09:00`, with seconds only where there are some; `24:00` is midnight at the end. Milliseconds from midnight. */
export function timeInWords(ms: number) {
  const two = (value: number) => String(value).padStart(2, '0')
  const seconds = Math.round(ms / 1000)
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}`
  return seconds % 60 === 0 ? time : `${time}:${two(seconds % 60)}`
}

export const windowOf = ({ from, to }: Span): Window => [timeInWords(from), timeInWords(to)]

export const windowsInWords = (windows: readonly Window[]) =>
  windows.map(([open, close]) => `${open}–${close}`).join(', ')

/** When each weekday is open, from midnight to midnight: what runs past midnight is on both days. Monday first. */
export function weekOf(weekly: Hours['weekly']): readonly (readonly Span[])[] {
  const hoursOn = dayHoursOf({ timeZone: 'UTC', weekly, days: [] })
  // 5 January 1970 was a Monday.
  return weekdays.map((_, place) => hoursOn(4 + place).open)
}

/** `Mon–Fri 09:00–17:00; Sat 10:00–14:00`. */
export function weekInWords(weekly: Hours['weekly']) {
  const groups: { first: number; last: number; words: string }[] = []
  for (const [place, weekday] of weekdays.entries()) {
    const words = windowsInWords(weekly[weekday] ?? [])
    const before = groups.at(-1)
    if (before?.words === words) before.last = place
    else groups.push({ first: place, last: place, words })
  }
  return groups
    .filter(({ words }) => words)
    .map(({ first, last, words }) => {
      const end = last > first ? `–${weekdayWords[last]}` : ''
      return `${weekdayWords[first]}${end} ${words}`
    })
    .join('; ')
}

/** `Closed all day`, `Closed 12:00–14:00`, `Open 09:00–12:00`. */
export function specialDayInWords({ open, closed }: Pick<SpecialDay, 'open' | 'closed'>) {
  if (open) return `Open ${windowsInWords(open)}${closed ? ` without ${windowsInWords(closed)}` : ''}`
  return closed ? `Closed ${windowsInWords(closed)}` : 'Closed all day'
}
