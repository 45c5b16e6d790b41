import { expect, test } from 'vitest'
import type { Hours } from './calendar'
import { outOfReach, staysOpen } from './reach'
import { always } from './testing'

const now = new Date('2026-03-02T09:00:00Z')
const weekly = { mon: [['09:00', '10:00']] } as const
const oneHour: Hours = { timeZone: 'UTC', weekly, days: [] }
const year = 365 * 24 * 3600

test('what an hour a week never comes to is out of reach', () => {
  expect(outOfReach(oneHour, always({ resolution: year }), now)).toBe(year)
  expect(outOfReach(oneHour, always({ first_response: 3600, resolution: 40 * 3600 }), now)).toBeUndefined()
})

const everyDate = Array.from({ length: 366 }, (_, nth) => ({
  date: new Date(Date.UTC(2024, 0, 1 + nth)).toISOString().slice(5, 10),
  name: 'Closed',
}))

test('a calendar that is never open reaches nothing', () => {
  expect(outOfReach({ ...oneHour, days: everyDate }, always({ resolution: 60 }), now)).toBe(60)
  expect(staysOpen({ ...oneHour, days: everyDate }, now)).toBe(false)
  expect(staysOpen(oneHour, now)).toBe(true)
})

test('nor does one that is open once more and then never again', () => {
  const open = [['09:00', '17:00']] as const
  const days = [...everyDate, { date: '2026-03-10', name: 'The last day', open }]
  expect(staysOpen({ ...oneHour, days }, now)).toBe(false)
  expect(outOfReach({ ...oneHour, days }, always({ resolution: 3600 }), now)).toBe(3600)
})
