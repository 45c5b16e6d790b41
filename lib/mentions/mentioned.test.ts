import { expect, test } from 'vitest'
import { mentioned } from './mentioned'

const people = [{ name: 'Ana' }, { name: 'Ana Petrović' }, { name: 'Bo Li' }, { name: 'Bo Li' }]
const called = (text: string) => mentioned(text, people).map(({ name }) => name)

test('a name behind @ calls its person, in any case and spacing, also with a mark behind it', () => {
  expect(called('@Ana Petrović, look')).toEqual(['Ana Petrović'])
  expect(called('look @ana  petrović.')).toEqual(['Ana Petrović'])
  expect(called('(@Ana) and @bo li?')).toEqual(['Ana', 'Bo Li', 'Bo Li'])
  expect(called('@Ana Petrovic\u0301')).toEqual(['Ana Petrović'])
})

test('an address, a part of a name and a name alone call nobody', () => {
  expect(called('mail ana@Ana.test and x.@Ana')).toEqual([])
  expect(called('@Anastasia @Bo')).toEqual([])
  expect(called('Ana and Bo Li')).toEqual([])
  expect(called('@@Ana')).toEqual([])
})
