import { expect, test } from 'vitest'
import type { Hours } from '../calendar'
import { trial, trialInWords } from './trial'
import { localAt, momentOf, wallAt, wallOf } from './wall'

const office: Hours = {
  timeZone: 'Europe/Berlin',
  weekly: Object.fromEntries(
    (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => [
      day,
      [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    ]),
  ),
  days: [{ date: '12-25', name: 'Christmas Day' }],
}
const night: Hours = {
  timeZone: 'Europe/Berlin',
  weekly: { sat: [['22:00', '06:00']], sun: [['22:00', '24:00']] },
  days: [],
}
const always: Hours = {
  timeZone: 'Europe/Berlin',
  weekly: Object.fromEntries(
    (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day) => [day, [['00:00', '24:00']]]),
  ),
  days: [],
}
const words = (hours: Hours, created: string, seconds: number) => trialInWords(trial(hours, created, seconds))

test('eight hours from a Monday morning, step by step', () => {
  expect(words(office, '2026-11-23T09:00', 8 * 3600)).toBe(
    'Mon 23 Nov: 09:00–12:00 3 h counted, 13:00–17:00 4 h; Tue 24 Nov: 09:00–10:00 1 h. Due Tue 24 Nov, 10:00',
  )
})

test('what ends at closing time is due at closing time', () => {
  expect(words(office, '2026-11-23T16:30', 30 * 60)).toBe(
    'Mon 23 Nov: 16:30–17:00 30 min counted. Due Mon 23 Nov, 17:00',
  )
})

test('days on which it is closed are told, holidays by their names, another year by its number', () => {
  expect(words(office, '2025-12-24T16:00', 90 * 60)).toBe(
    'Wed 24 Dec: 16:00–17:00 1 h counted; Thu 25 Dec: closed (Christmas Day); Fri 26 Dec: 09:00–09:30 30 min. Due Fri 26 Dec, 09:30',
  )
  expect(words(office, '2026-12-31T17:30', 60)).toBe(
    'Thu 31 Dec: closed; Fri 1 Jan 2027: 09:00–09:01 1 min counted. Due Fri 1 Jan 2027, 09:01',
  )
})

test('hours past midnight are told on both days; at midnight the day is over', () => {
  expect(words(night, '2026-11-21T20:00', 9 * 3600)).toBe(
    'Sat 21 Nov: 22:00–24:00 2 h counted; Sun 22 Nov: 00:00–06:00 6 h, 22:00–23:00 1 h. Due Sun 22 Nov, 23:00',
  )
  expect(words(night, '2026-11-22T20:00', 2 * 3600)).toBe(
    'Sun 22 Nov: 22:00–24:00 2 h counted. Due Mon 23 Nov, 00:00',
  )
})

test('a day on which the clocks change has 23 or 25 hours', () => {
  expect(words(always, '2026-03-29T00:00', 23 * 3600)).toBe(
    'Sun 29 Mar: 00:00–24:00 23 h counted. Due Mon 30 Mar, 00:00',
  )
  expect(words(always, '2026-10-25T00:00', 25 * 3600)).toBe(
    'Sun 25 Oct: 00:00–24:00 25 h counted. Due Mon 26 Oct, 00:00',
  )
})

test('what is no time, no target, or too far away is a RangeError', () => {
  for (const [created, seconds] of [
    ['yesterday', 60],
    ['2026-13-01T09:00', 60],
    ['2026-11-23T09:00', 0],
    ['2026-11-23T09:00', Number.NaN],
    ['2026-11-23T09:00', 20 * 365 * 86_400],
  ] as const)
    expect(() => trial(office, created, seconds), created).toThrow(RangeError)
})

test.each([
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
])('in %s the wall shows a moment and the moment is found again', (zone) => {
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 2); at += 7 * 3600_000) {
    const wall = wallAt(zone, at)
    expect(wallAt(zone, momentOf(zone, wall))).toBe(wall)
  }
})

test('a time that the clocks skip is the moment at which they do; one shown twice is the first', () => {
  const berlin = (local: string) => new Date(momentOf('Europe/Berlin', wallOf(local))).toISOString()
  expect(berlin('2026-03-29T02:30')).toBe('2026-03-29T01:00:00.000Z')
  expect(berlin('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z')
  expect(localAt('Europe/Berlin', Date.parse('2026-10-25T00:30:00Z'))).toBe('2026-10-25T02:30')
})
