import { expect, test } from 'vitest'
import { asked, askedPath } from './asked'

test.each([
  [{}, { q: '', page: 1 }],
  [
    { q: '  late invoice ', page: '3' },
    { q: 'late invoice', page: 3 },
  ],
  [
    { q: ['one', 'two'], page: ['2', '9'] },
    { q: 'one', page: 2 },
  ],
  [
    { q: 'a\0b', page: '-1' },
    { q: 'ab', page: 1 },
  ],
  [{ page: '1e9' }, { q: '', page: 1 }],
  [{ page: 'NaN' }, { q: '', page: 1 }],
  [{ page: '2.5' }, { q: '', page: 1 }],
])('%o is read as %o', (query, read) => {
  expect(asked(query)).toEqual(read)
})

test('an address asks for what it was made of, and stays short', () => {
  expect(askedPath({ q: '', page: 1 })).toBe('/tickets')
  expect(askedPath({ q: 'late & lost', page: 2 })).toBe('/tickets?q=late+%26+lost&page=2')
})
