import { z } from 'zod'
import { dayLength } from '@/lib/day-length'
import { type Hours, type SpecialDay, spanOf, type Weekday, type Window, weekdays } from '@/lib/sla/calendar'

const windows = z.array(z.tuple([z.string(), z.string()])).nullish()
const datesToWindows = z.record(z.string(), windows).nullish()
const month = z.coerce.number().int()
const day = z.union([
  z.string(),
  z.object({ date: z.string() }).transform(({ date }) => date),
  z.object({ month, day: month }).transform((at) => yearly(at.month, at.day)),
  z.tuple([month, month]).transform((at) => yearly(...at)),
])
const dates = z.array(day).nullish()

/** A calendar as the tables write it. Holidays that a case adds by itself are in its `options`. */
export const tableCalendar = z.object({
  timezone: z.string().nullish(),
  weekly: z.record(z.string(), windows).nullish(),
  holidays: dates,
  yearly_holidays: dates,
  special_hours: datesToWindows,
  breaks: datesToWindows,
})

export const addedHolidays = z.object({ holidays: dates }).nullish()

/**
 * The same calendar in our words; without a week it is open around the clock. A holiday goes before special hours, and a
 * break is taken from either. Throws RangeError where something of it cannot be read.
 */
export function hoursOf(table: z.infer<typeof tableCalendar>, added: z.infer<typeof addedHolidays>): Hours {
  const holidays = new Set([
    ...[...(table.holidays ?? []), ...(added?.holidays ?? [])].map(dateOf),
    ...(table.yearly_holidays ?? []).map((date) => dateOf(date).slice(-5)),
  ])
  const open = new Map(Object.entries(table.special_hours ?? {}).map(ofDate))
  const breaks = new Map(Object.entries(table.breaks ?? {}).map(ofDate))
  const days = new Set([...holidays, ...open.keys(), ...breaks.keys()])
  return {
    timeZone: table.timezone ?? 'UTC',
    weekly: table.weekly ? weeklyOf(table.weekly) : aroundTheClock,
    days: [...days].map((date) => ({
      date,
      name: date,
      ...(!holidays.has(date) &&
        !holidays.has(date.slice(-5)) &&
        hoursOfDate(open.get(date), breaks.get(date))),
    })),
  }
}

const aroundTheClock = Object.fromEntries(weekdays.map((weekday) => [weekday, [['00:00', '24:00'] as const]]))

const weeklyOf = (week: NonNullable<z.infer<typeof tableCalendar>['weekly']>): Hours['weekly'] =>
  Object.fromEntries(Object.entries(week).map(([name, given]) => [weekdayOf(name), windowsOf(given)]))

function weekdayOf(name: string): Weekday {
  const weekday = weekdays.find((one) => name.toLowerCase().startsWith(one))
  if (!weekday) throw new RangeError(`“${name}” is not a weekday`)
  return weekday
}

const ofDate = ([date, given]: readonly [string, z.infer<typeof windows>]) =>
  [dateOf(date), windowsOf(given)] as const

/** Special hours that are empty are none: closed all day. */
function hoursOfDate(
  open: readonly Window[] | undefined,
  closed: readonly Window[] | undefined,
): Pick<SpecialDay, 'open' | 'closed'> {
  if ([...(open ?? []), ...(closed ?? [])].some((window) => spanOf(window).to > dayLength))
    throw new RangeError('The hours of a date run past its midnight')
  return { ...(open && { open }), ...(closed && { closed }) }
}

const windowsOf = (given: z.infer<typeof windows>): readonly Window[] =>
  (given ?? []).map(([open, close]) => wholeDay(padded(open), padded(close)))

/** From midnight to midnight is how some write a whole day. */
const wholeDay = (open: string, close: string): Window =>
  open === '00:00' && close === '00:00' ? [open, '24:00'] : [open, close]

const padded = (time: string) => (/^\d:/.test(time) ? `0${time}` : time)

/** `YYYY-MM-DD` or `MM-DD`, of dates with a time, or with `--` for the year. */
function dateOf(text: string) {
  const [, date] = /^(?:--)?((?:\d{4}-)?\d\d-\d\d)(?:[T ].*)?$/.exec(text) ?? []
  if (!date) throw new RangeError(`“${text}” is not a date`)
  return date
}

const yearly = (...at: readonly number[]) => at.map((part) => String(part).padStart(2, '0')).join('-')
