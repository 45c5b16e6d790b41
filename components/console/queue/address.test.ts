import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type OpenView, type QueueFilter, readQueueFilter, withinView } from '@/lib/tickets/queue-filter'
import { queueSorts } from '@/lib/tickets/queue-sorts'
import { channels, priorities, statuses } from '@/lib/tickets/ticket'
import { queueViews } from '@/lib/tickets/views'
import { addressWords, queueHref, savedViewHref, viewHref } from './address'

const read = (href: string) =>
  readQueueFilter(Object.fromEntries(new URL(href, 'http://localhost').searchParams))

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })

const teamUid = '6b0de5a2-94a1-4c0c-9d0e-0d9f3a4b5c6d'

const filters: fc.Arbitrary<QueueFilter> = fc.record({
  status: fc.subarray([...statuses]),
  priority: fc.subarray([...priorities]),
  channel: fc.subarray([...channels]),
  category: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,2}$/), { maxLength: 4 }),
  assignee: optional(fc.constantFrom('me', 'none', "o'neill+queue@example.test")),
  team: fc.uniqueArray(fc.constantFrom('none', teamUid, '9f1c2b7e-0000-4000-8000-5f0a1b2c3d4e'), {
    maxLength: 3,
  }),
  tag: fc.uniqueArray(fc.constantFrom('vip', 'übergröße', 'v2.1', 'a:b', '払い戻し'), { maxLength: 4 }),
  organization: fc.uniqueArray(fc.constantFrom(teamUid), { maxLength: 1 }),
  sla: optional(fc.constantFrom('breached' as const, 'at_risk' as const)),
  needs: optional(fc.constantFrom('first_reply' as const, 'us' as const)),
  behind: optional(
    fc.constantFrom(
      'resolved 2026-11-01..2026-11-30 by:ana@acme.test',
      'created 2026-11-01..2026-11-01 hour:34',
    ),
  ),
  q: optional(fc.constantFrom('invoice', 'a & b=c', '#SUP-7K3M9QX2', 'ünïcode +"words"')),
  sort: fc.constantFrom(...queueSorts),
  dir: fc.constantFrom('asc' as const, 'desc' as const),
  after: optional(fc.constantFrom('2026-11-23 18:00:00.123~SUP-7K3M9QX2', 'urgent~SUP-7K3M9QX2')),
  before: optional(fc.constantFrom('infinity~SUP-7K3M9QX2')),
})

test('the address of a queue opens exactly that queue', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(read(queueHref(filter))).toEqual(filter)
    }),
  )
})

test('within a saved view the address says what is otherwise, also that something is not asked', () => {
  const opened = (saved: QueueFilter): OpenView => ({
    uid: teamUid,
    name: 'Late',
    match: 'all',
    groups: [],
    filter: saved,
  })
  fc.assert(
    fc.property(filters, filters, (saved, asked) => {
      const view = opened({ ...saved, after: undefined, before: undefined })
      const href = queueHref({ ...asked, view })
      const params = Object.fromEntries(new URL(href, 'http://localhost').searchParams)
      expect(params.view).toBe(teamUid)
      expect(withinView(params, view)).toEqual({ ...asked, view })
    }),
  )
  const saved = readQueueFilter({ tag: 'vip', sort: 'due', dir: 'asc' })
  const view = opened(saved)
  expect(queueHref({ ...saved, view })).toBe(savedViewHref(teamUid))
  for (const tag of [[], undefined])
    expect(queueHref({ ...saved, tag, view })).toBe(`${savedViewHref(teamUid)}&tag=`)
  expect(queueHref({ ...saved, sort: 'updated', dir: 'desc', view })).toBe(
    `${savedViewHref(teamUid)}&sort=updated`,
  )
})

test('the words of an address open the same queue', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const { after: _, before: __, ...kept } = filter
      expect(readQueueFilter(addressWords(filter, 'subject.due'))).toEqual({
        ...kept,
        columns: 'subject.due',
      })
    }),
  )
})

test('every view has an address of its own', () => {
  const addresses = queueViews.map(viewHref)
  expect(new Set(addresses).size).toBe(queueViews.length)
  expect(addresses).toContain('/console/tickets?sort=waiting&dir=asc')
  expect(addresses).toContain('/console/tickets?assignee=me&sort=waiting&dir=asc')
  expect(addresses).toContain('/console/tickets?status=resolved')
  for (const view of queueViews) expect(read(viewHref(view))).toMatchObject({ ...view.asks, ...view.order })
})
