import { expect, test } from 'vitest'
import { bucketsOf } from '@/lib/analytics/period'
import { inWeeks } from './weeks'

const days = bucketsOf({ from: '2026-11-21', to: '2026-12-01' }).map((period) => ({
  period,
  ratings: { n: 1, of: 2, average: 3.5 },
}))

test('days are added up to the weeks from Monday on, cut where the period begins and ends', () => {
  expect(inWeeks({ grain: 'day', buckets: days })).toEqual({
    grain: 'week',
    buckets: [
      { period: { from: '2026-11-21', to: '2026-11-22' }, ratings: { n: 2, of: 4 } },
      { period: { from: '2026-11-23', to: '2026-11-29' }, ratings: { n: 7, of: 14 } },
      { period: { from: '2026-11-30', to: '2026-12-01' }, ratings: { n: 2, of: 4 } },
    ],
  })
})

test('what is longer stays as it is', () => {
  const months = { grain: 'month', buckets: days } as const
  expect(inWeeks(months)).toEqual(months)
})
