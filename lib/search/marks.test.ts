import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marked, marks } from './marks'

const { start, end } = marks

test('what was found is told from what stands around it', () => {
  expect(marked(`The ${start}tax${end} was ${start}doubled${end}.`)).toEqual([
    { text: 'The ', hit: false },
    { text: 'tax', hit: true },
    { text: ' was ', hit: false },
    { text: 'doubled', hit: true },
    { text: '.', hit: false },
  ])
  expect(marked('')).toEqual([])
  expect(marked('<b>plain</b>')).toEqual([{ text: '<b>plain</b>', hit: false }])
})

test('no text is lost, and no mark is left, however they stand', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<string>(start, end, 'a', '<b>', ' ')), (parts) => {
      const text = marked(parts.join(''))
        .map(({ text }) => text)
        .join('')
      expect(text).toBe(parts.filter((part) => part !== start && part !== end).join(''))
    }),
  )
})
