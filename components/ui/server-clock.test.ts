import { expect, test } from 'vitest'
import { serverClock } from './server-clock'

const hour = 3_600_000

/** A clock that has heard moments, each when one's own is so much ahead. */
function having(heard: readonly (readonly [told: number, ahead: number])[]) {
  const clock = serverClock()
  for (const [told, ahead] of heard) clock.hear(told, told + ahead)
  return clock
}

test('the moment that came quickest tells how late one’s own clock is', () => {
  expect(
    having([
      [0, 900],
      [10_000, 200],
      [20_000, 4_000],
    ]).at(30_200),
  ).toBe(30_000)
})

test('a clock that is set later or earlier is known to be, soon', () => {
  const later = having([
    [0, 0],
    [10_000, hour],
    [20_000, hour],
    [30_000, hour],
  ])
  expect(later.at(hour + 40_000)).toBe(40_000)
  const earlier = having([
    [0, 0],
    [10_000, -hour],
  ])
  expect(earlier.at(20_000 - hour)).toBe(20_000)
})

test('a moment that came very late, or that is told again, changes nothing', () => {
  const clock = having([
    [0, 0],
    [10_000, 8 * hour],
  ])
  for (let again = 0; again < 5; again++) clock.hear(10_000, 9 * hour)
  expect(clock.at(10 * hour)).toBe(10 * hour)
})
