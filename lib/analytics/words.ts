import type { Period } from './period'

// Built from numbers, as lib/time-words: a date of the calendar has no time zone any more.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const weekdays = [
  'Mondays',
  'Tuesdays',
  'Wednesdays',
  'Thursdays',
  'Fridays',
  'Saturdays',
  'Sundays',
] as const

const parts = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month: months[month - 1] ?? '', date }
}

/** `30 Nov 2026`, `1 to 30 Nov 2026`, `28 Oct to 3 Nov 2026`, `28 Dec 2025 to 3 Jan 2026`. */
export function periodInWords({ from, to }: Period) {
  const [first, last] = [parts(from), parts(to)]
  const end = `${last.date} ${last.month} ${last.year}`
  if (from === to) return end
  if (first.year !== last.year) return `${first.date} ${first.month} ${first.year} to ${end}`
  return first.month === last.month ? `${first.date} to ${end}` : `${first.date} ${first.month} to ${end}`
}

/** `Mondays from 14:00 to 15:00`; hours of the week are counted from Monday midnight. */
export function hourInWords(hour: number) {
  const from = hour % 24
  const clock = (one: number) => `${String(one).padStart(2, '0')}:00`
  return `${weekdays[Math.floor(hour / 24)] ?? ''} from ${clock(from)} to ${clock(from + 1)}`
}
