import { expect, test } from 'vitest'
import { callingAt, namesLike, slashAt } from './calling'

test('a name is typed behind an @ that begins a word', () => {
  expect(callingAt('@', 1)).toEqual({ start: 0, words: '' })
  expect(callingAt('Ask @Ana Pet', 12)).toEqual({ start: 4, words: 'Ana Pet' })
  expect(callingAt('Ask @Ana Pet', 7)).toEqual({ start: 4, words: 'An' })
})

test('no name is typed in an address, after a line or a sentence, or far behind the @', () => {
  expect(callingAt('ana@example', 11)).toBeNull()
  expect(callingAt('@Ana\nLook', 9)).toBeNull()
  expect(callingAt('@Ana, look', 10)).toBeNull()
  expect(callingAt(`@${'a'.repeat(50)}`, 51)).toBeNull()
  expect(callingAt('no name', 7)).toBeNull()
})

test('each word of a name finds it, without its accents', () => {
  const people = [{ name: 'Ana Petrović' }, { name: 'Bo Anders' }, { name: 'Joana Li' }]
  expect(namesLike(people, 'an')).toEqual([people[0], people[1]])
  expect(namesLike(people, 'petrovic')).toEqual([people[0]])
  expect(namesLike(people, '')).toEqual(people)
})

test('a canned reply is called behind a slash that begins a line or follows a blank', () => {
  expect(slashAt('/', 1)).toEqual({ start: 0, words: '' })
  expect(slashAt('Hello\n/re', 9)).toEqual({ start: 6, words: 're' })
  expect(slashAt('Hello /refund pol', 17)).toEqual({ start: 6, words: 'refund pol' })
})

test('no canned reply is called in an address, a fraction or a choice of words', () => {
  expect(slashAt('https://x', 9)).toBeNull()
  expect(slashAt('and/or', 6)).toBeNull()
  expect(slashAt('1 / 2', 5)).toBeNull()
  expect(slashAt('/etc/hosts', 10)).toBeNull()
  expect(slashAt('/re\nmore', 8)).toBeNull()
})
