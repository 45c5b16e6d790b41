import { expect, test } from 'vitest'
import { isDatabaseAway, isTaken } from './database-errors'

const coded = (code: string) => Object.assign(new Error(code), { code })

test.each([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '57P01',
])('%s means that the database is away, below a query or among several addresses too', (code) => {
  expect(isDatabaseAway(coded(code))).toBe(true)
  expect(isDatabaseAway(new Error('Failed query', { cause: coded(code) }))).toBe(true)
  expect(isDatabaseAway(new AggregateError([coded('EINVAL'), coded(code)]))).toBe(true)
})

test('what was asked wrongly is no database that is away', () => {
  expect(isDatabaseAway(coded('42P01'))).toBe(false)
  expect(isDatabaseAway('ETIMEDOUT')).toBe(false)
  expect(isTaken(new Error('Failed query', { cause: coded('23505') }))).toBe(true)
})
