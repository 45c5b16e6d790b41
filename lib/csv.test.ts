import { expect, test } from 'vitest'
import { csvLines } from './csv'

test.for([
  '=1+1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠A',
])('a spreadsheet takes %j for text', (text) => {
  expect(csvLines([[text]])).toBe(`"'${text}"\r\n`)
})

test('numbers stay numbers, texts keep their quotes and lines, and nothing is nothing', () => {
  expect(csvLines([['He said "no"', 'two\nlines', -3, 1.5, null]])).toBe(
    '"He said ""no""","two\nlines",-3,1.5,\r\n',
  )
})
