import { expect, test } from 'vitest'
import { inWords } from './words'

test('numbers are read with their unit', () => {
  expect(inWords('count', 1_204)).toBe('1,204')
  expect(inWords('percent', 98.2)).toBe('98.2%')
  expect(inWords('duration', 11_100)).toBe('3 h 5 m')
})
