import { expect, test } from 'vitest'
import { aimOf, hoursInWords, promiseOf, zoneInWords } from './promise'

const now = new Date('2026-11-23T12:00:00Z')
const earlier = new Date('2026-11-23T11:59:59Z')
const later = new Date('2026-11-23T12:00:01Z')

const aims = (aim: { readonly firstResponse?: number; readonly business?: boolean } = {}) =>
  (['low', 'medium', 'high', 'urgent'] as const).map((priority, place) => ({
    priority,
    firstResponse: null,
    resolution: [72, 24, 8, 2].map((hours) => hours * 3600)[place] ?? null,
    business: false,
    ...aim,
  }))

test('each impact tells the aim of its priority', () => {
  expect(aimOf('blocked', aims())).toBe('We aim to solve this within 8 hours')
  expect(aimOf('broken', aims())).toBe('We aim to solve this within 24 hours')
  expect(aimOf('question', aims())).toBe('We aim to solve this within 3 days')
})

test('the answer comes before the solution, and business hours are called so', () => {
  expect(aimOf('blocked', aims({ firstResponse: 1800 }))).toBe('We aim to answer within 30 minutes')
  expect(aimOf('question', aims({ business: true }))).toBe('We aim to solve this within 72 business hours')
  expect(aimOf('question', [])).toBeUndefined()
})

test.each([
  [0.001, '1 minute'],
  [0.5, '30 minutes'],
  [1, '1 hour'],
  [1.5, '1.5 hours'],
  [24, '24 hours'],
  [48, '2 days'],
  [60, '60 hours'],
  [72, '3 days'],
])('%d hours are "%s"', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words)
})

test('a promise lies ahead until its moment has passed', () => {
  expect(promiseOf({ status: 'open', dueAt: later }, now)).toBe('ahead')
  expect(promiseOf({ status: 'open', dueAt: now }, now)).toBe('ahead')
  expect(promiseOf({ status: 'open', dueAt: earlier }, now)).toBe('late')
  expect(promiseOf({ status: 'on_hold', dueAt: earlier }, now)).toBe('late')
})

test('nothing is promised for what is over, and we are not late while the customer is asked', () => {
  expect(promiseOf({ status: 'resolved', dueAt: later }, now)).toBeNull()
  expect(promiseOf({ status: 'closed', dueAt: earlier }, now)).toBeNull()
  expect(promiseOf({ status: 'pending', dueAt: earlier }, now)).toBeNull()
  expect(promiseOf({ status: 'pending', dueAt: later }, now)).toBe('ahead')
  expect(promiseOf({ status: 'open', dueAt: null }, now)).toBeNull()
})

test.each([
  ['Europe/Oslo', 'Oslo time'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
  ['UTC', 'UTC'],
  ['Etc/GMT+3', 'GMT+3'],
])('a time in %s is on "%s"', (zone, words) => {
  expect(zoneInWords(zone)).toBe(words)
})
