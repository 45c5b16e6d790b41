import { expect, test } from 'vitest'
import { absolute, calendarDate, clockTime, countdown, dayAt, relative, span } from './time-words'

const now = '2026-11-23T13:20:00Z'
const before = (minutes: number) => Date.parse(now) - minutes * 60_000

test('a span is read at a glance: two units at most, none that are zero', () => {
  expect([30_000, 18 * 60_000, 130 * 60_000, 120 * 60_000, 76 * 3_600_000, 48 * 3_600_000].map(span)).toEqual(
    ['<1 m', '18 m', '2 h 10 m', '2 h', '3 d 4 h', '2 d'],
  )
})

test('a deadline that has passed counts on below zero', () => {
  expect(countdown('2026-11-23T15:30:00Z', now)).toBe('2 h 10 m')
  expect(countdown('2026-11-23T12:38:00Z', now)).toBe('−42 m')
})

test('what happened lately is told by its distance, what is long ago by its date', () => {
  const told = [0, 0.5, 1, 4, 59, 60, 125, 24 * 60, 6 * 24 * 60].map((ago) =>
    relative(before(ago), now, 'UTC'),
  )
  expect(told).toEqual([
    'just now',
    'just now',
    '1 min ago',
    '4 min ago',
    '59 min ago',
    '1 h ago',
    '2 h ago',
    '1 d ago',
    '6 d ago',
  ])
  expect(relative('2026-11-02T10:00:00Z', now, 'UTC')).toBe('2 Nov')
  expect(relative('2025-11-02T10:00:00Z', now, 'UTC')).toBe('2 Nov 2025')
  expect(relative('2026-11-23T15:25:00Z', now, 'UTC')).toBe('in 2 h')
})

test('a moment is written in the time zone of the reader, with its offset', () => {
  expect(absolute(now, 'Europe/Berlin')).toBe('Mon 23 Nov 2026, 14:20 UTC+1')
  expect(absolute(now, 'Asia/Kolkata')).toBe('Mon 23 Nov 2026, 18:50 UTC+5:30')
  expect(absolute(now, 'America/St_Johns')).toBe('Mon 23 Nov 2026, 09:50 UTC−3:30')
  expect(absolute('2026-11-23T00:00:00Z', 'UTC')).toBe('Mon 23 Nov 2026, 00:00 UTC')
  expect(calendarDate('2026-12-31T23:30:00Z', now, 'Europe/Berlin')).toBe('1 Jan 2027')
})

test('a time of today needs no date', () => {
  expect(clockTime('2026-11-23T15:00:00Z', now, 'Europe/Berlin')).toBe('16:00')
  expect(clockTime('2026-11-24T08:00:00Z', now, 'Europe/Berlin')).toBe('Tue 24 Nov, 09:00')
  expect(clockTime('2027-01-04T08:00:00Z', now, 'Europe/Berlin')).toBe('Mon 4 Jan 2027, 09:00')
})

test('which day it is depends on where', () => {
  expect(dayAt('2026-12-31T23:30:00Z', 'Europe/Berlin')).toBe('2027-01-01')
  expect(dayAt('2026-12-31T23:30:00Z', 'UTC')).toBe('2026-12-31')
  expect(dayAt('2027-01-01T03:00:00Z', 'America/St_Johns')).toBe('2026-12-31')
})
