import { expect, test } from 'vitest'
import { mayChangeRating, replyOutcome } from './standing'

const now = new Date('2026-11-23T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)
const grace = { reopenGraceDays: 7 }

test('a reply goes on while there is something to do', () => {
  for (const status of ['open', 'pending', 'on_hold'] as const)
    expect(replyOutcome({ status, resolvedAt: null, closedByYou: false }, grace, now)).toBe('continues')
})

test('a reply reopens what was solved within the days of grace, and what the customer closed', () => {
  expect(replyOutcome({ status: 'resolved', resolvedAt: daysAgo(7), closedByYou: false }, grace, now)).toBe(
    'reopens',
  )
  expect(replyOutcome({ status: 'closed', resolvedAt: daysAgo(1), closedByYou: true }, grace, now)).toBe(
    'reopens',
  )
})

test('after that, and on what we closed, a reply opens a request that follows', () => {
  expect(
    replyOutcome({ status: 'resolved', resolvedAt: daysAgo(7.01), closedByYou: false }, grace, now),
  ).toBe('follows')
  expect(replyOutcome({ status: 'closed', resolvedAt: daysAgo(1), closedByYou: false }, grace, now)).toBe(
    'follows',
  )
})

test('a rating can be changed for the days that are set', () => {
  expect(mayChangeRating({ ratedAt: daysAgo(7) }, { ratingChangeDays: 7 }, now)).toBe(true)
  expect(mayChangeRating({ ratedAt: daysAgo(7.01) }, { ratingChangeDays: 7 }, now)).toBe(false)
  expect(mayChangeRating({ ratedAt: null }, { ratingChangeDays: 7 }, now)).toBe(false)
})
