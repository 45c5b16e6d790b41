import { expect, test } from 'vitest'
import type { Hours } from './calendar'
import { skipped } from './skipped'

const hours: Hours = {
  timeZone: 'Europe/Berlin',
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  days: [
    { date: '2026-12-24', name: 'Christmas Eve', closed: [['12:00', '24:00']] },
    { date: '12-25', name: 'Christmas Day' },
    { date: '12-26', name: 'Boxing Day' },
  ],
}
const between = (from: string, to: string) => skipped(hours, new Date(from), new Date(to))

test('over Christmas a weekend, a holiday and the shorter day before it stand in the way', () => {
  // 25 December 2026 is a Friday; Boxing Day falls on the weekend and costs nothing.
  expect(between('2026-12-24T10:00:00Z', '2026-12-28T10:00:00Z')).toEqual({
    weekendDays: 2,
    holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
    otherHours: [{ date: '2026-12-24', name: 'Christmas Eve' }],
  })
})

test('days count by the calendar’s zone, and up to a moment means without it', () => {
  expect(between('2026-11-06T22:59:59Z', '2026-11-06T23:00:00Z').weekendDays).toBe(0)
  expect(between('2026-11-06T22:59:59Z', '2026-11-06T23:00:01Z').weekendDays).toBe(1)
})

test('around the clock, and from a moment to itself, nothing is skipped', () => {
  const nothing = { weekendDays: 0, holidays: [], otherHours: [] }
  const [from, to] = [new Date('2026-12-01T00:00:00Z'), new Date('2027-01-31T00:00:00Z')]
  expect(skipped(null, from, to)).toEqual(nothing)
  expect(skipped(hours, from, from)).toEqual(nothing)
  expect(skipped(hours, to, from)).toEqual(nothing)
})

test('a year that begins on the weekend is counted once', () => {
  expect(between('2027-12-31T10:00:00Z', '2028-01-03T10:00:00Z').weekendDays).toBe(2)
})
