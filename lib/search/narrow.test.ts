import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statuses } from '@/lib/tickets/ticket'
import { ofStatus, statusAsked, withinSpam, withoutStatus } from './narrow'
import { readQuery } from './query'

test.each([
  ['printer', 'open', 'printer is:open'],
  ['is:live printer', 'on_hold', 'printer is:on-hold'],
  ['printer status:open,pending -is:closed tag:vip', 'closed', 'printer -is:closed tag:vip is:closed'],
  ['', 'open', 'is:open'],
  ['printer is:spam', 'open', 'printer is:spam is:open'],
] as const)('“%s” of %s', (text, status, expected) => {
  expect(ofStatus(text, status)).toBe(expected)
})

test('a search is led into spam once', () => {
  expect(withinSpam('printer is:open')).toBe('printer is:spam')
  expect(withinSpam('printer is:open,spam')).toBeUndefined()
  expect(statusAsked('is:spam')).toBeUndefined()
})

test('a search is asked for one status, and for none again', () => {
  expect(statusAsked('printer is:open')).toBe('open')
  expect(statusAsked('printer is:live')).toBeUndefined()
  expect(statusAsked('is:open is:closed')).toBeUndefined()
  expect(withoutStatus('is:open printer')).toBe('printer')
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('printer', 'is:live', 'status:closed', '-is:open', 'tag:vip', '"paper jam"')),
      fc.constantFrom(...statuses),
      (parts, status) => {
        const narrowed = ofStatus(parts.join(' '), status)
        expect(statusAsked(narrowed)).toBe(status)
        expect(readQuery(narrowed).problems).toEqual([])
        expect(withoutStatus(narrowed)).toBe(parts.filter((part) => !/^(is|status):/.test(part)).join(' '))
      },
    ),
  )
})
