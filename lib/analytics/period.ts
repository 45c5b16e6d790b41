import { dayLength } from '@/lib/day-length'

/** Days of the workspace's time zone, `YYYY-MM-DD`, both of them in it. */
export interface Period {
  readonly from: string
  readonly to: string
}

export const presets = ['7d', '30d', '90d', 'month', 'last_month', '12m', '24m'] as const
export type Preset = (typeof presets)[number]

export const presetWord = {
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  month: 'This month',
  last_month: 'Last month',
  '12m': 'Last 12 months',
  '24m': 'Last 24 months',
} as const satisfies Record<Preset, string>

export const usualPreset: Preset = '30d'

/** Ten years: a report of more is a typing error. */
const mostDays = 3_660

/** A date of the calendar is no moment: it is reckoned with as if all were UTC. */
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayLength
const dayOf = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10)

export const addDays = (day: string, days: number) => dayOf(numberOf(day) + days)

export const lengthOf = ({ from, to }: Period) => numberOf(to) - numberOf(from) + 1

/** Years in which nothing was filed, or will be; beyond them neither the database nor `Date` writes a day with ten letters. */
const [firstDay, lastDay] = ['1900-01-01', '2999-12-31']

export const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(numberOf(text)) &&
  dayOf(numberOf(text)) === text &&
  text >= firstDay &&
  text <= lastDay

/** `today` in the workspace; a preset ends with it, which is not over yet, or with the month before it. */
export function presetPeriod(preset: Preset, today: string): Period {
  const monthBegins = `${today.slice(0, 7)}-01`
  switch (preset) {
    case 'month':
      return { from: monthBegins, to: today }
    case 'last_month': {
      const to = addDays(monthBegins, -1)
      return { from: `${to.slice(0, 7)}-01`, to }
    }
    case '12m':
      return { from: addDays(monthsBefore(today, 12), 1), to: today }
    case '24m':
      return { from: addDays(monthsBefore(today, 24), 1), to: today }
    default:
      return { from: addDays(today, 1 - Number.parseInt(preset, 10)), to: today }
  }
}

/** The same day so many months ago, or the last of that month. */
function monthsBefore(day: string, months: number) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}

/** What is wrong with two days as a period, in a sentence, where it is `today`; null: nothing. */
export function problemWith({ from, to }: Period, today: string) {
  if (!isDay(from) || !isDay(to)) return 'A day is written like 2026-01-31'
  if (to < from) return 'The period ends before it begins'
  if (from > today) return 'The period has not begun'
  if (lengthOf({ from, to }) > mostDays) return 'A report covers ten years at most'
  return null
}

/** As many days, right before. */
export const periodBefore = (period: Period): Period => ({
  from: addDays(period.from, -lengthOf(period)),
  to: addDays(period.from, -1),
})

export type Grain = 'day' | 'week' | 'month'

export const grainOf = (period: Period): Grain => {
  const days = lengthOf(period)
  if (days <= 45) return 'day'
  return days <= 200 ? 'week' : 'month'
}

/** The days, the weeks from Monday on, or the months of a period, cut where the period begins and ends. */
export function bucketsOf(period: Period, grain = grainOf(period)): readonly Period[] {
  const buckets: Period[] = []
  for (let from = period.from; from <= period.to; ) {
    const end = lastOf(from, grain)
    const to = end < period.to ? end : period.to
    buckets.push({ from, to })
    from = addDays(to, 1)
  }
  return buckets
}

function lastOf(day: string, grain: Grain) {
  if (grain === 'day') return day
  if (grain === 'week') return addDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7)
  return addDays(monthsBefore(`${day.slice(0, 7)}-01`, -1), -1)
}

/** A period as whole months and the days around them. */
export function monthsWithin(period: Period): {
  readonly months: Period | null
  readonly days: readonly Period[]
} {
  const buckets = bucketsOf(period, 'month')
  const whole = buckets.filter(({ from, to }) => from.endsWith('-01') && to === lastOf(from, 'month'))
  const [first, last] = [whole[0], whole.at(-1)]
  if (!first || !last) return { months: null, days: [period] }
  return {
    months: { from: first.from, to: last.to },
    days: buckets.filter((bucket) => !whole.includes(bucket)),
  }
}
