import { expect, test } from 'vitest'
import { foundCount } from './found-count'

test('a search that stopped before the end tells no number of what it has not seen', () => {
  expect([0, 8].map((count) => foundCount(count, true))).toEqual(['0', '8'])
  expect([0, 8].map((count) => foundCount(count, false))).toEqual([undefined, '8+'])
})
