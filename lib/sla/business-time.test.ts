import { expect, test } from 'vitest'
import {
  deadline,
  deadlineWithPauses,
  elapsed,
  elapsedWithPauses,
  isOpen,
  nextOpening,
} from './business-time'
import { type Hours, type Window, weekdays } from './calendar'

const hour = 3600
const everyDay = (...windows: readonly Window[]): Hours['weekly'] =>
  Object.fromEntries(weekdays.map((weekday) => [weekday, windows]))
const weekdaysOnly = (...windows: readonly Window[]): Hours['weekly'] =>
  Object.fromEntries(weekdays.slice(0, 5).map((weekday) => [weekday, windows]))

/** 2 November 2026 is a Monday. */
const office = (more: Partial<Hours> = {}): Hours => ({
  timeZone: 'UTC',
  weekly: weekdaysOnly(['09:00', '12:00'], ['13:00', '18:00']),
  days: [],
  ...more,
})
const due = (hours: Hours | null, start: string, seconds: number) =>
  deadline(hours, new Date(start), seconds).toISOString().replace('.000Z', 'Z')
const passed = (hours: Hours | null, from: string, to: string) => elapsed(hours, new Date(from), new Date(to))
const openAt = (hours: Hours, at: string) => isOpen(hours, new Date(at))

test('a promise runs through lunch, night and weekend', () => {
  expect(due(office(), '2026-11-02T11:30:00Z', hour)).toBe('2026-11-02T13:30:00Z')
  expect(due(office(), '2026-11-06T17:00:00Z', 2 * hour)).toBe('2026-11-09T10:00:00Z')
  expect(due(office(), '2026-11-07T03:00:00Z', 1)).toBe('2026-11-09T09:00:01Z')
})

test('what ends at closing time is due at closing time, and a second later only when it opens again', () => {
  expect(due(office(), '2026-11-02T16:00:00Z', 2 * hour)).toBe('2026-11-02T18:00:00Z')
  expect(due(office(), '2026-11-02T16:00:00Z', 2 * hour + 1)).toBe('2026-11-03T09:00:01Z')
  expect(due(office(), '2026-11-02T18:00:00Z', hour)).toBe('2026-11-03T10:00:00Z')
})

test('what takes no time is due as soon as it is open', () => {
  expect(due(office(), '2026-11-02T10:00:00Z', 0)).toBe('2026-11-02T10:00:00Z')
  expect(due(office(), '2026-11-02T18:00:00Z', 0)).toBe('2026-11-03T09:00:00Z')
  expect(due(null, '2026-11-07T03:00:00Z', 0)).toBe('2026-11-07T03:00:00Z')
})

test('a negative span counts back, to an opening rather than the closing before it', () => {
  expect(due(office(), '2026-11-03T09:30:00Z', -hour)).toBe('2026-11-02T17:30:00Z')
  expect(due(office(), '2026-11-03T10:00:00Z', -hour)).toBe('2026-11-03T09:00:00Z')
  expect(due(null, '2026-11-03T10:00:00Z', -hour)).toBe('2026-11-03T09:00:00Z')
})

test('without hours it is time as it passes, also on a day of 25 hours', () => {
  expect(due(null, '2026-10-25T00:00:00+02:00', 24 * hour)).toBe('2026-10-25T22:00:00Z')
  expect(passed(null, '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00')).toBe(25 * hour)
})

test('elapsed time is exact to the millisecond, and negative where the end is before the beginning', () => {
  expect(passed(office(), '2026-11-02T10:00:00.250Z', '2026-11-02T10:00:01.000Z')).toBe(0.75)
  expect(passed(office(), '2026-11-02T18:00:00Z', '2026-11-03T09:00:00Z')).toBe(0)
  expect(passed(office(), '2026-11-03T10:00:00Z', '2026-11-02T17:00:00Z')).toBe(-2 * hour)
  expect(passed(office(), '2025-12-31T17:00:00Z', '2027-01-01T10:00:00Z')).toBe((261 * 8 + 1 + 1) * hour)
})

test('it is open from the opening on and closed from the closing on', () => {
  const at = (time: string) => openAt(office(), `2026-11-02T${time}Z`)
  expect([at('08:59:59.999'), at('09:00:00'), at('11:59:59.999'), at('12:00:00')]).toEqual([
    false,
    true,
    true,
    false,
  ])
  const opening = (at: string) => nextOpening(office(), new Date(at)).toISOString()
  expect(opening('2026-11-06T18:00:00Z')).toBe('2026-11-09T09:00:00.000Z')
  expect(opening('2026-11-06T10:11:12.013Z')).toBe('2026-11-06T10:11:12.013Z')
})

test('a night shift belongs to the evening on which it begins, also from Sunday to Monday', () => {
  const night = office({ weekly: { sun: [['22:00', '06:00']] } })
  expect(due(night, '2026-11-01T21:00:00Z', 8 * hour)).toBe('2026-11-02T06:00:00Z')
  expect(openAt(night, '2026-11-02T05:59:59Z')).toBe(true)
  expect(openAt(night, '2026-11-01T05:00:00Z')).toBe(false)
  expect(passed(night, '2026-11-01T00:00:00Z', '2026-11-08T00:00:00Z')).toBe(8 * hour)
})

test('a special day governs its own date only, also of a night shift', () => {
  const weekly = weekdaysOnly(['22:00', '06:00'])
  const tuesday = office({ weekly, days: [{ date: '2026-11-03', name: 'Closed' }] })
  expect(openAt(tuesday, '2026-11-02T23:30:00Z')).toBe(true)
  expect(openAt(tuesday, '2026-11-03T00:30:00Z')).toBe(false)
  expect(openAt(tuesday, '2026-11-03T23:30:00Z')).toBe(false)
  expect(openAt(tuesday, '2026-11-04T00:30:00Z')).toBe(true)
})

test('a special day is closed all day, for some hours, or has hours of its own', () => {
  const day = (hours: Pick<Hours['days'][number], 'open' | 'closed'>) =>
    passed(
      office({ days: [{ date: '2026-11-03', name: 'Special', ...hours }] }),
      '2026-11-03T00:00:00Z',
      '2026-11-04T00:00:00Z',
    )
  expect(day({})).toBe(0)
  expect(day({ closed: [['11:00', '14:00']] })).toBe(6 * hour)
  expect(day({ open: [['10:00', '12:00']] })).toBe(2 * hour)
  expect(day({ open: [['10:00', '24:00']], closed: [['11:00', '12:30']] })).toBe(12.5 * hour)
})

test('hours to the second are kept to the second', () => {
  const precise = office({ weekly: { mon: [['09:00:30', '17:00:45']] } })
  expect(due(precise, '2026-11-02T00:00:00Z', 8 * hour + 15)).toBe('2026-11-02T17:00:45Z')
})

test('every year has its Christmas, one year may have another, and 29 February comes in leap years', () => {
  const days = [
    { date: '12-25', name: 'Christmas Day' },
    { date: '2028-12-25', name: 'We are there', open: [['10:00', '11:00']] },
    { date: '02-29', name: 'Leap day' },
  ] as const
  const hours = office({ weekly: everyDay(['00:00', '24:00']), days })
  expect([2026, 2027, 2028].map((year) => openAt(hours, `${year}-12-25T10:30:00Z`))).toEqual([
    false,
    false,
    true,
  ])
  expect(due(hours, '2028-02-28T12:00:00Z', 24 * hour)).toBe('2028-03-01T12:00:00Z')
  expect(due(hours, '2027-02-28T12:00:00Z', 24 * hour)).toBe('2027-03-01T12:00:00Z')
})

test.each([
  ['Europe/Berlin', '2026-03-29', '2026-10-25', 1],
  ['America/New_York', '2026-03-08', '2026-11-01', 1],
  ['America/St_Johns', '2026-03-08', '2026-11-01', 1],
  ['Australia/Lord_Howe', '2026-10-04', '2026-04-05', 0.5],
])('in %s the night of the shorter day is shorter and that of the longer day longer', (timeZone, spring, autumn, step) => {
  const nights = office({ timeZone, weekly: everyDay(['00:00', '06:00']) })
  const around = (date: string): readonly [Date, Date] => {
    const noon = Date.parse(`${date}T12:00:00Z`)
    return [new Date(noon - 48 * hour * 1000), new Date(noon + 48 * hour * 1000)]
  }
  const usual = elapsed(nights, ...around('2026-07-15'))
  expect(elapsed(nights, ...around(spring))).toBe(usual - step * hour)
  expect(elapsed(nights, ...around(autumn))).toBe(usual + step * hour)
})

test('an hour that the clocks skip is no open time, and one that they show twice is open twice', () => {
  const nights = office({ timeZone: 'Europe/Berlin', weekly: { sun: [['02:00', '03:00']] } })
  expect(passed(nights, '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z')).toBe(0)
  expect(due(nights, '2026-10-24T12:00:00Z', 2 * hour)).toBe('2026-10-25T02:00:00Z')
})

test('Apia had no 30 December 2011', () => {
  const apia = office({ timeZone: 'Pacific/Apia', weekly: everyDay(['09:00', '17:00']) })
  expect(due(apia, '2011-12-29T16:00:00-10:00', 2 * hour)).toBe('2011-12-30T20:00:00Z')
})

test('whoever asks for more than fifty years gets an error and not an endless search', () => {
  const never = office({ weekly: {} })
  const start = new Date('2026-11-02T10:00:00Z')
  for (const hours of [never, office(), null]) {
    expect(() => deadline(hours, start, 60 * 366 * 24 * hour)).toThrow(RangeError)
    expect(() => deadline(hours, start, -60 * 366 * 24 * hour)).toThrow(RangeError)
    expect(() => deadline(hours, start, Number.NaN)).toThrow(RangeError)
    expect(() => deadline(hours, new Date(Number.NaN), 1)).toThrow(RangeError)
  }
  expect(() => nextOpening(never, start)).toThrow(RangeError)
  expect(isOpen(never, start)).toBe(false)
})

const pause = (from: string, to: string | null) => ({
  from: new Date(from),
  to: to === null ? null : new Date(to),
})

test('a clock that stands still over lunch loses only what it would have counted', () => {
  const pauses = [pause('2026-11-02T11:30:00Z', '2026-11-02T13:15:00Z')]
  const start = new Date('2026-11-02T11:00:00Z')
  expect(deadlineWithPauses(office(), start, hour, pauses)).toEqual(new Date('2026-11-02T13:45:00Z'))
  expect(elapsedWithPauses(office(), start, new Date('2026-11-02T13:45:00Z'), pauses)).toBe(hour)
  expect(elapsedWithPauses(office(), new Date('2026-11-02T13:45:00Z'), start, pauses)).toBe(-hour)
})

test('a clock that stands still until further notice has no deadline, unless it was reached before', () => {
  const start = new Date('2026-11-02T10:00:00Z')
  const waiting = [pause('2026-11-02T11:00:00Z', null)]
  expect(deadlineWithPauses(office(), start, hour + 1, waiting)).toBeNull()
  expect(deadlineWithPauses(office(), start, hour, waiting)).toEqual(new Date('2026-11-02T11:00:00Z'))
  expect(elapsedWithPauses(office(), start, new Date('2026-11-30T00:00:00Z'), waiting)).toBe(hour)
})

test('a pause that began before the clock and one that is turned round change nothing but what they cover', () => {
  const start = new Date('2026-11-02T10:00:00Z')
  const pauses = [
    pause('2026-11-02T15:00:00Z', '2026-11-02T14:00:00Z'),
    pause('2026-10-01T00:00:00Z', '2026-11-02T10:30:00Z'),
  ]
  expect(deadlineWithPauses(office(), start, hour, pauses)).toEqual(new Date('2026-11-02T11:30:00Z'))
})
