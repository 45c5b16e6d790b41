import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  bucketsOf,
  grainOf,
  lengthOf,
  monthsWithin,
  type Period,
  periodBefore,
  presetPeriod,
  problemWith,
} from './period'
import { readScope } from './scope'

const periods: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 900 }))
  .map(([start, days]) => ({ from: addDays('2005-01-01', start), to: addDays('2005-01-01', start + days) }))

test('the buckets of a period are the period, without a gap and without an overlap', () => {
  fc.assert(
    fc.property(
      periods,
      fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      (period, grain) => {
        const buckets = bucketsOf(period, grain)
        expect(buckets[0]?.from).toBe(period.from)
        expect(buckets.at(-1)?.to).toBe(period.to)
        expect(buckets.slice(1).map(({ from }) => from)).toEqual(
          buckets.slice(0, -1).map(({ to }) => addDays(to, 1)),
        )
      },
    ),
  )
})

test('whole months and the days around them are the period, each day once', () => {
  fc.assert(
    fc.property(periods, (period) => {
      const { months, days } = monthsWithin(period)
      const all = [...days, ...(months ? [months] : [])]
      expect(all.reduce((sum, one) => sum + lengthOf(one), 0)).toBe(lengthOf(period))
      if (months) expect([months.from.slice(8), addDays(months.to, 1).slice(8)]).toEqual(['01', '01'])
    }),
  )
})

test('the period before is as long, and ends where the period begins', () => {
  fc.assert(
    fc.property(periods, (period) => {
      const before = periodBefore(period)
      expect(lengthOf(before)).toBe(lengthOf(period))
      expect(addDays(before.to, 1)).toBe(period.from)
    }),
  )
})

test('presets end today, or with the last month', () => {
  expect(presetPeriod('30d', '2026-03-15')).toEqual({ from: '2026-02-14', to: '2026-03-15' })
  expect(presetPeriod('month', '2026-03-15')).toEqual({ from: '2026-03-01', to: '2026-03-15' })
  expect(presetPeriod('last_month', '2024-03-15')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(presetPeriod('12m', '2024-02-29')).toEqual({ from: '2023-03-01', to: '2024-02-29' })
  expect(presetPeriod('24m', '2026-11-25')).toEqual({ from: '2024-11-26', to: '2026-11-25' })
})

test('days that make no period are told of, and the usual one stands in for them', () => {
  const problem = (from: string, to: string) => problemWith({ from, to }, '2026-03-15')
  expect(problem('2026-02-02', '2026-02-01')).toBe('The period ends before it begins')
  expect(problem('1926-01-01', '2026-01-01')).toBe('A report covers ten years at most')
  expect(problem('2026-03-16', '2026-04-01')).toBe('The period has not begun')
  for (const day of ['2026-02-30', '2026-1-1', 'yesterday', '', '2026-02-01T00:00:01', '-271821-04-20'])
    expect(problem(day, '2026-03-01')).toBe('A day is written like 2026-01-31')
  for (const day of ['0000-01-01', '0001-01-01', '1899-12-31', '3000-01-01', '9999-12-31'])
    expect(problem(day, day)).toBe('A day is written like 2026-01-31')
  const asked = { period: 'custom', from: '2026-02-02', to: '2026-02-01' }
  expect(readScope(asked, '2026-03-15')).toMatchObject({
    preset: 'custom',
    problem: 'The period ends before it begins',
    period: { from: '2026-02-14', to: '2026-03-15' },
  })
})

test('a period ends today, though it was asked for to the end of the year', () => {
  const asked = { period: 'custom', from: '2026-03-01', to: '2026-12-31' }
  expect(readScope(asked, '2026-03-15')).toMatchObject({
    problem: null,
    period: { from: '2026-03-01', to: '2026-03-15' },
    before: { from: '2026-02-14', to: '2026-02-28' },
  })
})

test('charts have days, weeks or months, so that their points can be told apart', () => {
  const grain = (days: number) => grainOf({ from: '2026-01-01', to: addDays('2026-01-01', days - 1) })
  expect([1, 45, 46, 200, 201, 731].map(grain)).toEqual(['day', 'day', 'week', 'week', 'month', 'month'])
})
