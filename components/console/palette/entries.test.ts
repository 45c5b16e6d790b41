import { expect, test } from 'vitest'
import { shortcuts } from '../keys'
import { fitting, foremost, groupsOf } from './entries'

const onTicket = { possible: ['help', 'goMine', 'palette', 'take', 'next'], refid: 'SUP-4QX7B2MD' } as const

const labels = (typed: string, recent: readonly string[] = [], role: 'agent' | 'admin' = 'agent') =>
  fitting(groupsOf(onTicket, role), typed, recent).map(({ label, entries }) => [
    label,
    entries.map((entry) => entry.label),
  ])

test('actions on the ticket come first, then places, then what is always there', () => {
  const groups = groupsOf(onTicket, 'agent')

  expect(groups.map(({ label }) => label)).toEqual(['SUP-4QX7B2MD', 'Go to', 'Anywhere'])
  expect(groups[0]?.entries.map(({ label }) => label)).toEqual(['Assign it to me', 'Next ticket of the list'])
  expect(groups[2]?.entries.map(({ label }) => label)).toEqual(['Show the shortcuts'])
})

test('with tickets selected it is they that are acted on, and nothing is said of the row with the focus', () => {
  const possible = ['openRow', 'selectRow', 'takeRow', 'resolveSelected', 'clearSelection'] as const
  const [selected] = groupsOf({ possible, refid: 'SUP-4QX7B2MD', selected: 2 }, 'agent')
  expect(selected?.label).toBe('2 selected')
  expect(selected?.entries.map(({ label }) => label)).toEqual(['Assign to me', 'Resolve', 'Select nothing'])

  const [row] = groupsOf({ possible, refid: 'SUP-4QX7B2MD' }, 'agent')
  expect(row?.label).toBe('SUP-4QX7B2MD')
  expect(row?.entries.map(({ id }) => id)).toContain('openRow')
})

test('what has no key is offered beside what has one', () => {
  const act = () => {}
  const [here] = groupsOf({ ...onTicket, offers: [{ id: 'merge', label: 'Merge into…', act }] }, 'agent')
  expect(here?.entries.at(-1)).toMatchObject({ id: 'merge', label: 'Merge into…', does: { act } })
})

test('an action prints its key, and so does a place', () => {
  const [actions, places] = groupsOf(onTicket, 'agent')
  expect(actions?.entries[0]?.keys).toEqual(shortcuts.take.keys)
  expect(places?.entries.find(({ label }) => label === 'Mine')?.keys).toEqual(['G', 'M'])
})

test('no entry leads where the role may not go', () => {
  const places = (role: 'agent' | 'supervisor' | 'admin') =>
    groupsOf(onTicket, role).flatMap(({ entries }) => entries.map(({ id }) => id))
  expect(places('agent').filter((id) => /admin|reports/.test(id))).toEqual([])
  expect(places('supervisor')).toContain('/console/reports')
  expect(places('supervisor').filter((id) => id.startsWith('/admin'))).toEqual([])
  expect(places('admin')).toContain('/admin/people')
})

test('saved views are places, found by name', () => {
  const late = {
    uid: '6b0de5a2-94a1-4c0c-9d0e-0d9f3a4b5c6d',
    name: 'Late invoices',
    scope: 'everyone',
    team: null,
  } as const
  const groups = fitting(groupsOf(onTicket, 'agent', [late]), 'late inv', [])
  expect(groups[0]?.entries[0]).toMatchObject({
    label: 'Late invoices',
    hint: 'Saved views',
    does: { href: `/console/tickets?view=${late.uid}` },
  })
})

test('from row to row one goes by key alone', () => {
  const { entries } = groupsOf({ possible: ['nextRow', 'previousRow', 'openRow'] }, 'agent')[0] ?? {}
  expect(entries?.map(({ id }) => id)).toEqual(['openRow'])
})

test('what was used last comes first in its group, unless something fits better', () => {
  const mineLast = ['next', '/console/tickets?assignee=me']
  expect(labels('', mineLast)[0]?.[1]?.[0]).toBe('Next ticket of the list')
  expect(labels('', mineLast)[1]?.[1]?.[0]).toBe('Mine')
  expect(labels('assign', mineLast)[0]?.[1]).toEqual(['Assign it to me'])
})

test('a place is found by its section, too', () => {
  expect(labels('admin people', [], 'admin').flat(2)).toContain('People')
})

test('from two letters on the words can be searched for, in whatever script', () => {
  expect(labels('q')).toEqual([])
  expect(labels('日本').at(-1)).toEqual(['Search', ['Search everything for “日本”']])
})

test('Enter picks what was found, unless it was found by earlier words', () => {
  const found = [
    { label: 'Tickets', entries: [{ id: 'SUP-4QX7B2MD', label: 'Broken', does: { href: '/' } }] },
  ]
  const groups = fitting(groupsOf(onTicket, 'agent'), 'SUP-7K2M9QXD', [], found)
  expect(foremost(groups, [])?.label).toBe('Broken')
  expect(foremost(groups, found)?.label).toBe('Search everything for “SUP-7K2M9QXD”')
})
