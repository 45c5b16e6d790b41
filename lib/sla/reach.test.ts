import { expect, test } from 'vitest'
import type { Hours } from './calendar'
import { outOfReach } from './reach'
import { always } from './testing'

const now = new Date('2026-03-02T09:00:00Z')
const weekly = { mon: [['09:00', '10:00']] } as const
const oneHour: Hours = { timeZone: 'UTC', weekly, days: [] }
const year = 365 * 24 * 3600

test('what an hour a week never comes to is out of reach', () => {
  expect(outOfReach(oneHour, always({ resolution: year }), now)).toBe(year)
  expect(outOfReach(oneHour, always({ first_response: 3600, resolution: 40 * 3600 }), now)).toBeUndefined()
})

test('a calendar that is never open reaches nothing', () => {
  const days = Array.from({ length: 366 }, (_, nth) => ({
    date: new Date(Date.UTC(2024, 0, 1 + nth)).toISOString().slice(5, 10),
    name: 'Closed',
  }))
  expect(outOfReach({ ...oneHour, days }, always({ resolution: 60 }), now)).toBe(60)
})
