import { expect, test } from 'vitest'
import { inWords, periodInWords, tickInWords } from './words'

test('numbers are read with their unit', () => {
  expect(inWords('count', 1_204)).toBe('1,204')
  expect(inWords('percent', 98.2)).toBe('98.2%')
  expect(inWords('duration', 11_100)).toBe('3 h 5 m')
})

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
