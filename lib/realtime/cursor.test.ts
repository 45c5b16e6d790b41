import { expect, test } from 'vitest'
import { readCursor } from './cursor'

test.each([
  '700:700:',
  '700:705:701,703',
  '700:705:700,704',
  '9223372036854775806:9223372036854775807:',
])('%s is a place in the stream', (text) => {
  expect(readCursor(text)).toBe(text)
})

test.each([
  '',
  'null',
  '700',
  '700:',
  '0:1:',
  '705:700:',
  '700:705:699',
  '700:705:705',
  '700:705:703,701',
  '700:705:701,',
  '700:705: 701',
  '-1:5:',
  "1:2:'; drop table events; --",
  '99999999999999999999:99999999999999999999:',
  `1:2:${'1,'.repeat(10_000)}1`,
])('%s is none', (text) => {
  expect(readCursor(text)).toBeNull()
})
