import type { Grain, Period } from './period'

// Built from numbers, as lib/time-words: a date of the calendar has no time zone any more.

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `23 Nov` of `2026-11-23`. A date of the calendar has no time zone any more. */
const dateInWords = (date: string) => `${Number(date.slice(8))} ${monthOf(date)}`

const monthOf = (date: string) => months[Number(date.slice(5, 7)) - 1]
const yearOf = (date: string) => date.slice(0, 4)

/** `Mon 23 Nov 2026`, `Nov 2026` for a whole month, or `23 – 29 Nov 2026`. */
export function periodInWords({ from, to }: Period) {
  if (from === to) return `${weekdays[new Date(from).getUTCDay()]} ${dateInWords(from)} ${yearOf(from)}`
  if (yearOf(from) !== yearOf(to))
    return `${dateInWords(from)} ${yearOf(from)} – ${dateInWords(to)} ${yearOf(to)}`
  if (monthOf(from) !== monthOf(to)) return `${dateInWords(from)} – ${dateInWords(to)} ${yearOf(to)}`
  return isWholeMonth({ from, to })
    ? `${monthOf(to)} ${yearOf(to)}`
    : `${Number(from.slice(8))} – ${dateInWords(to)} ${yearOf(to)}`
}

const isWholeMonth = ({ from, to }: Period) =>
  from.endsWith('-01') &&
  Number(to.slice(8)) === new Date(Date.UTC(Number(yearOf(to)), Number(to.slice(5, 7)), 0)).getUTCDate()

/** Under an axis: `23 Nov`, or `Nov 26` where a point is a month. */
export const tickInWords = ({ from }: Period, grain: Grain) =>
  grain === 'month' ? `${monthOf(from)} ${yearOf(from).slice(2)}` : dateInWords(from)

export const grainWord = { day: 'Day', week: 'Week', month: 'Month' } as const satisfies Record<Grain, string>

const eachWeek = [
  'Mondays',
  'Tuesdays',
  'Wednesdays',
  'Thursdays',
  'Fridays',
  'Saturdays',
  'Sundays',
] as const

/** `Mondays from 14:00 to 15:00`; hours of the week are counted from Monday midnight. */
export function hourInWords(hour: number) {
  const from = hour % 24
  const clock = (one: number) => `${String(one).padStart(2, '0')}:00`
  return `${eachWeek[Math.floor(hour / 24)] ?? ''} from ${clock(from)} to ${clock(from + 1)}`
}
