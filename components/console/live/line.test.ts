import { expect, test } from 'vitest'
import { retryAfter } from './line'

test('a browser tries again within a second, then later and later, at most after half a minute', () => {
  expect(retryAfter(0, 0)).toBe(500)
  expect(retryAfter(0, 1)).toBe(1_000)
  expect(retryAfter(3, 0.5)).toBe(6_000)
  expect(retryAfter(40, 1)).toBe(30_000)
})
