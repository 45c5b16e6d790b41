import type { Hours, SpecialDay, Weekday, Window } from '@/lib/sla/calendar'
import { windowOf } from '@/lib/sla/calendars/words'
import { dayHoursOf } from '@/lib/sla/day-hours'

/*
 * A calendar while it is filled in: half of a time is a state, too. Time fields know no 24:00, so midnight at the end is
 * 00:00 here. Each row has a key, so that it stays itself while others come and go.
 */

export interface WindowDraft {
  readonly key: number
  readonly open: string
  readonly close: string
}

export interface DayDraft {
  readonly key: number
  readonly every: 'once' | 'year'
  /** `YYYY-MM-DD`; of a day of every year, any year. */
  readonly date: string
  readonly name: string
  readonly kind: DayKind
  readonly windows: readonly WindowDraft[]
}

/** Closed all day, closed for some hours, open at hours of its own. */
export type DayKind = 'all' | 'closed' | 'open'

export interface CalendarDraft {
  readonly name: string
  readonly timeZone: string
  readonly weekly: Readonly<Record<Weekday, readonly WindowDraft[]>>
  readonly days: readonly DayDraft[]
}

let last = 0
const nextKey = () => ++last

export const newWindow = (windows: readonly WindowDraft[]): WindowDraft =>
  windows.length === 0
    ? { key: nextKey(), open: '09:00', close: '17:00' }
    : { key: nextKey(), open: '', close: '' }

export const newDay = (): DayDraft => ({
  key: nextKey(),
  every: 'once',
  date: '',
  name: '',
  kind: 'all',
  windows: [],
})

export const copied = (windows: readonly WindowDraft[]) =>
  windows.map((window) => ({ ...window, key: nextKey() }))

export const draftOf = (name: string, { timeZone, weekly, days }: Hours): CalendarDraft => ({
  name,
  timeZone,
  weekly: eachWeekday((weekday) => (weekly[weekday] ?? []).map(windowDraft)),
  days: days.map(dayDraft),
})

/** Leap years have all days. */
const someLeapYear = '2028'

/** What is open without what is closed is what is open, and has one list instead of two. */
export function dayDraft(day: SpecialDay): DayDraft {
  const every = day.date.length === 5 ? 'year' : 'once'
  const both = day.open && day.closed
  const windows = both ? openOf(day) : (day.open ?? day.closed ?? [])
  return {
    key: nextKey(),
    every,
    date: every === 'year' ? `${someLeapYear}-${day.date}` : day.date,
    name: day.name,
    kind: windows.length === 0 ? 'all' : day.open ? 'open' : 'closed',
    windows: windows.map(windowDraft),
  }
}

const openOf = (day: SpecialDay) =>
  dayHoursOf({ timeZone: 'UTC', weekly: {}, days: [{ ...day, date: '1970-01-01' }] })(0).open.map(windowOf)

const windowDraft = ([open, close]: Window): WindowDraft => ({
  key: nextKey(),
  open,
  close: close === '24:00' ? '00:00' : close,
})

/** As it is posted; what is half filled in stays so, and is refused at its field. */
export const hoursIn = ({ timeZone, weekly, days }: Omit<CalendarDraft, 'name'>): Hours => ({
  timeZone,
  weekly: eachWeekday((weekday) => weekly[weekday].map(windowIn)),
  days: days.map(specialDayIn),
})

/** Nothing of it is still to be filled in, but perhaps its name. */
export const isWhole = ({ date, kind, windows }: DayDraft) =>
  date !== '' && (kind === 'all' || windows.every(({ open, close }) => open && close))

export function specialDayIn({ every, date, name, kind, windows }: DayDraft): SpecialDay {
  return {
    date: every === 'year' ? date.slice(5) : date,
    name,
    ...(kind !== 'all' && { [kind]: windows.map(windowIn) }),
  }
}

const windowIn = ({ open, close }: WindowDraft): Window => [open, close === '00:00' ? '24:00' : close]

/** What would do as it stands: the hours without the rows that are only half there. For pictures and trials. */
export function wholeHours({ timeZone, weekly, days }: CalendarDraft): Hours {
  const whole = (windows: readonly WindowDraft[]) =>
    windows.filter(({ open, close }) => open && close && (open !== close || open === '00:00'))
  return hoursIn({
    timeZone,
    weekly: eachWeekday((weekday) => whole(weekly[weekday])),
    days: days
      .filter(({ date }) => date)
      .map((day) => ({ ...day, windows: whole(day.windows) }))
      .filter(({ kind, windows }) => kind === 'all' || windows.length > 0),
  })
}

const eachWeekday = <Value>(of: (weekday: Weekday) => Value): Record<Weekday, Value> => ({
  mon: of('mon'),
  tue: of('tue'),
  wed: of('wed'),
  thu: of('thu'),
  fri: of('fri'),
  sat: of('sat'),
  sun: of('sun'),
})

/** By key, the place that each row had when the form was sent: its errors are told by it. */
export function placesOf({ weekly, days }: CalendarDraft): ReadonlyMap<number, number> {
  const lists = [...Object.values(weekly), days, ...days.map(({ windows }) => windows)]
  return new Map(lists.flatMap((rows) => rows.map(({ key }, place) => [key, place] as const)))
}
