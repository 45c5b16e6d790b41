import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeRefid, readBegunRefid, readRefid, refid } from './refid'

test('references are unlike each other and of the promised shape', () => {
  const made = Array.from({ length: 10_000 }, makeRefid)

  expect(new Set(made).size).toBe(made.length)
  for (const one of made) expect(refid.safeParse(one).success).toBe(true)
})

test('a reference is read back from the ways in which people write it', () => {
  const written = makeRefid()
  for (const way of [
    written,
    written.toLowerCase(),
    ` ${written} `,
    `#${written}`,
    written.replace('-', ' '),
    written.replace('SUP-', ''),
    written.replaceAll('0', 'O').replaceAll('1', 'l').replace('SUP-', 'sup-'),
  ])
    expect(readRefid(way)).toBe(written)
})

test('what cannot be a reference is none', () => {
  for (const text of [
    '',
    'printer',
    'SUP-',
    'SUP-1234567',
    'SUP-123456789',
    'SUP-ABCDEFGU',
    '%',
    '_'.repeat(8),
  ])
    expect(readRefid(text)).toBeNull()
})

test('any text is read or refused, and what is read is a reference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = readRefid(text)
      expect(read === null || refid.safeParse(read).success).toBe(true)
    }),
  )
})

test.each([
  ['sup-abc', { first: 'SUP-ABC00000', last: 'SUP-ABCZZZZZ' }],
  ['#SUP 1o2', { first: 'SUP-10200000', last: 'SUP-102ZZZZZ' }],
  ['ma11', { first: 'SUP-MA110000', last: 'SUP-MA11ZZZZ' }],
  ['SUP-ab', null],
  ['mail', null],
  ['2024', null],
  ['ma1', null],
  ['ma11 x', null],
  ['SUP-ABCU', null],
  ['SUP-12345678', null],
])('“%s”, still being typed, begins %o', (typed, begun) => {
  expect(readBegunRefid(typed)).toEqual(begun)
})
