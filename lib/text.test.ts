import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { line, optional, prose, searchable, typed } from './text'

const subject = line('Subject', 200)
const details = prose('Details', 1000)
const refusal = (schema: z.ZodType, text: unknown) => schema.safeParse(text).error?.issues[0]?.message

test('empty texts are refused, also those that only look empty', () => {
  for (const empty of ['', '   ', '\t\n', '\u200b\u200b', '\u2800', '\u3164', '\u00ad', '\ufeff'])
    expect(refusal(subject, empty)).toBe('Subject is empty')
})

test('too long a text is told how long it is', () => {
  expect(refusal(subject, 'x'.repeat(1234))).toBe('Subject is too long: 1,234 characters, at most 200')
  expect(refusal(details, 'x'.repeat(1_000_000))).toMatch(/1,000,000 characters/)
})

test('what PostgreSQL cannot hold is refused and named', () => {
  expect(refusal(details, 'a\0b')).toMatch(/NUL/)
  expect(refusal(details, 'a\ud800b')).toMatch(/surrogate/)
})

test('one line is one line, in one direction', () => {
  expect(refusal(subject, 'Hello\r\nBcc: all@example.test')).toMatch(/line break/)
  expect(refusal(subject, 'Hello\u2028there')).toMatch(/line break/)
  expect(refusal(subject, 'invoice\u202efdp.exe')).toMatch(/direction/)
})

test('the languages of the world and their marks come through unchanged', () => {
  for (const text of [
    'Ünïcödé',
    '日本語のチケット',
    'مرحبا بالعالم',
    '👩‍👩‍👧 family',
    '5 < 6 & "7"',
    "'; drop table tickets; --",
  ])
    expect(subject.parse(text)).toBe(text)
})

test('lines end the same way whoever typed them', () => {
  expect(details.parse('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
})

test('a text that is no text is refused', () => {
  for (const odd of [undefined, null, 7, {}, ['a', 'b'], Number.NaN])
    expect(refusal(subject, odd)).toMatch(/Subject/)
})

test('any text is either refused or stays as it was typed, without the space around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const read = subject.safeParse(text)
      expect(!read.success || read.data === text.trim()).toBe(true)
    }),
  )
})

test('an empty optional field is nothing at all', () => {
  expect(optional(subject).parse('  ')).toBeUndefined()
  expect(optional(subject).parse(undefined)).toBeUndefined()
  expect(optional(subject).parse(' a ')).toBe('a')
})

test('an empty field of a number is no number', () => {
  const days = typed(z.coerce.number('Enter a number'))
  expect([days.parse('0'), days.parse(' 7 ')]).toEqual([0, 7])
  for (const blank of ['', ' ']) expect(() => days.parse(blank)).toThrow('Enter a number')
})

test('a search takes anything', () => {
  expect(searchable(5).parse(' \0a\ud800bcdef')).toBe('a\ufffdb')
})
