import { expect, test } from 'vitest'
import { namedPoints, ticks } from './ticks'

const [hour, day] = [3_600, 86_400]

test('counts are told in whole round numbers up to the first that is not below the most', () => {
  expect(ticks('count', 3)).toEqual([0, 1, 2, 3])
  expect(ticks('count', 37)).toEqual([0, 10, 20, 30, 40])
  expect(ticks('count', 4_210)).toEqual([0, 2_000, 4_000, 6_000])
  expect(ticks('count', 1)).toEqual([0, 1])
})

test('time is told in steps that people count it in', () => {
  expect(ticks('duration', 50 * 60)).toEqual([0, 900, 1_800, 2_700, 3_600])
  expect(ticks('duration', 7.5 * hour)).toEqual([0, 2, 4, 6, 8].map((hours) => hours * hour))
  expect(ticks('duration', 9 * day)).toEqual([0, 5 * day, 10 * day])
  expect(ticks('duration', 300 * day)).toEqual([0, 100, 200, 300].map((days) => days * day))
})

test('shares are told of the whole, however small they are', () => {
  expect(ticks('percent', 3)).toEqual([0, 25, 50, 75, 100])
})

test('an axis of nothing still has two ends', () => {
  expect(ticks('count', 0)).toEqual([0, 1])
  expect(ticks('duration', 0)).toEqual([0, 60])
})

test('few points have a name, evenly from the first on', () => {
  expect(namedPoints(30)).toEqual([0, 5, 10, 15, 20, 25])
  expect(namedPoints(7)).toEqual([0, 2, 4, 6])
  expect(namedPoints(1)).toEqual([0])
})
