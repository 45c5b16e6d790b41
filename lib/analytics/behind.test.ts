import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Behind, type BehindNumber, behindWords, queueBehind, readBehind, writeBehind } from './behind'
import { addDays } from './period'
import { readScope } from './scope'

const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })

const numbers: fc.Arbitrary<BehindNumber> = fc.record({
  what: fc.constantFrom(...(Object.keys(behindWords) as Behind[])),
  period: fc
    .tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 800 }))
    .map(([start, days]) => ({
      from: addDays('2005-01-01', start),
      to: addDays('2005-01-01', start + days),
    })),
  by: optional(fc.constantFrom('ana@acme.test', "o'neill+queue@example.test", 'me:x@acme.test')),
  hour: optional(fc.integer({ min: 0, max: 167 })),
  score: optional(fc.integer({ min: 1, max: 5 })),
})

test('the address of a number’s tickets names exactly that number', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(readBehind(writeBehind(number))).toEqual(JSON.parse(JSON.stringify(number)))
    }),
  )
})

test.for([
  '',
  'resolved',
  'stolen 2026-01-01..2026-01-31',
  'constructor 2026-01-01..2026-01-31',
  'resolved 2026-01-31..2026-01-01',
  'resolved 2026-02-30..2026-03-01',
  'rated 2026-01-01..2026-01-31 score:6',
  'created 2026-01-01..2026-01-31 hour:168',
  'resolved 2026-01-01..2026-01-31 by:x y',
])('“%s” names no number', (text) => {
  expect(readBehind(text)).toBeUndefined()
})

test('the queue is asked for what the report was narrowed to, and the number beyond it', () => {
  const scope = readScope({ priority: 'high', agent: 'ana@acme.test' }, '2026-11-25')
  const href = queueBehind(
    scope,
    { what: 'resolved', period: { from: '2026-11-01', to: '2026-11-02' } },
    { category: ['billing'] },
  )
  expect(Object.fromEntries(new URL(href, 'http://localhost').searchParams)).toEqual({
    behind: 'resolved 2026-11-01..2026-11-02 by:ana@acme.test',
    category: 'billing',
    priority: 'high',
  })
})
