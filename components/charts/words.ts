import type { Grain, Period } from '@/lib/analytics/period'
import { span } from '@/lib/time-words'

/** What is counted or measured: durations in seconds. */
export type Measure = 'count' | 'percent' | 'duration'

const words = {
  count: (value: number) => value.toLocaleString('en'),
  percent: (value: number) => `${value}%`,
  duration: (seconds: number) => span(seconds * 1000),
} as const satisfies Record<Measure, (value: number) => string>

/** `1,204`, `98.2%`, `3 h 5 m`. */
export const inWords = (measure: Measure, value: number) => words[measure](value)

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
