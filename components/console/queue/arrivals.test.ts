import { expect, test } from 'vitest'
import { arrivals } from './arrivals'

test('what comes between the rows is new; what only moves up from the next page is not', () => {
  const full = { full: true }
  expect(arrivals(['a', 'b', 'c'], ['x', 'a', 'y', 'b', 'c'], full)).toEqual(['x', 'y'])
  expect(arrivals(['a', 'b', 'c'], ['a', 'b', 'd'], full)).toEqual([])
  expect(arrivals(['a', 'b', 'c'], ['x', 'a', 'b'], full)).toEqual(['x'])
  expect(arrivals(['a', 'b'], ['a', 'b', 'x'], { full: false })).toEqual(['x'])
  expect(arrivals([], ['x'], { full: false })).toEqual(['x'])
  expect(arrivals(['a'], [], full)).toEqual([])
})
