import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountWord, openAmountWord, secondsOf } from './amount'

test.each([
  ['8 h', 28_800],
  ['30 min', 1800],
  ['30m', 1800],
  ['2 d', 172_800],
  ['1.5 h', 5400],
  ['1,5 h', 5400],
  ['1 h 30 min', 5400],
  ['1h30m', 5400],
  ['2 days, 4 hours', 187_200],
  [' 90 Minutes ', 5400],
  ['45 s', 45],
  ['0 h', 0],
])('%s is %d seconds', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds)
})

test.each([
  '',
  '8',
  'h',
  '8 x',
  '-8 h',
  '8 h and more',
  '1..5 h',
  '0.5 s',
  '1 h 30',
  '9999999999 h',
  'NaN h',
])('“%s” is no amount', (text) => {
  expect(secondsOf(text)).toBeNull()
})

test('an amount is said in the largest units that hold it; of open hours never in days', () => {
  expect([259_200, 5400, 129_600, 90, 0].map(amountWord)).toEqual([
    '3 d',
    '1 h 30 min',
    '1 d 12 h',
    '1 min 30 s',
    '0 min',
  ])
  expect(openAmountWord(259_200)).toBe('72 h')
})

test('what is said is read back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 * 86_400 }), (seconds) => {
      expect(secondsOf(amountWord(seconds))).toBe(seconds)
      expect(secondsOf(openAmountWord(seconds))).toBe(seconds)
    }),
  )
})
