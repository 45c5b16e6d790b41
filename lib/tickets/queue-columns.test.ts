import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type QueueColumn, queueColumns, readColumns, usualColumns, writeColumns } from './queue-columns'

test('a choice of columns is read as it was written, with the subject in it', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray<QueueColumn>([...queueColumns]), (chosen) => {
      const shown = chosen.includes('subject') ? chosen : [...chosen, 'subject' as const]
      expect(readColumns(writeColumns(shown))).toEqual(shown)
    }),
  )
})

test('whatever stands in the cookie, there are columns', () => {
  for (const text of [undefined, '', 'x', '__proto__.constructor', '.'.repeat(10_000)])
    expect(readColumns(text)).toEqual(usualColumns)
  expect(readColumns('due.nothing.due.status')).toEqual(['subject', 'due', 'status'])
})
