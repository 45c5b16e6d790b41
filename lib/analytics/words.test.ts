import { expect, test } from 'vitest'
import { hourInWords, periodInWords, tickInWords } from './words'

test('a period is said as shortly as it can be understood', () => {
  expect(periodInWords({ from: '2026-11-23', to: '2026-11-23' })).toBe('Mon 23 Nov 2026')
  expect(periodInWords({ from: '2026-11-01', to: '2026-11-30' })).toBe('Nov 2026')
  expect(periodInWords({ from: '2026-11-02', to: '2026-11-29' })).toBe('2 – 29 Nov 2026')
  expect(periodInWords({ from: '2026-10-27', to: '2026-11-25' })).toBe('27 Oct – 25 Nov 2026')
  expect(periodInWords({ from: '2025-12-29', to: '2026-01-04' })).toBe('29 Dec 2025 – 4 Jan 2026')
})

test('under an axis a month has its year, a day has not', () => {
  expect(tickInWords({ from: '2026-11-23', to: '2026-11-29' }, 'week')).toBe('23 Nov')
  expect(tickInWords({ from: '2026-11-23', to: '2026-11-30' }, 'month')).toBe('Nov 26')
})

test('hours of the week in words', () => {
  expect(hourInWords(0)).toBe('Mondays from 00:00 to 01:00')
  expect(hourInWords(167)).toBe('Sundays from 23:00 to 24:00')
})
