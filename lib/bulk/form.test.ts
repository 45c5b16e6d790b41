import { expect, test } from 'vitest'
import { bulkForm } from './form'

const submission = '6b0de5a2-94a1-4c0c-9d0e-0d9f3a4b5c6d'
const read = (fields: Readonly<Record<string, unknown>>) => {
  const { data, error } = bulkForm.safeParse({ submission, ...fields })
  return data ?? error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`)
}
const action = (wish: unknown) => read({ action: JSON.stringify(wish), tickets: 'SUP-7K2M9QXD' })

test('a page says what to do with which tickets', () => {
  expect(action({ kind: 'priority', to: 'urgent' })).toEqual({
    submission,
    action: { kind: 'priority', to: 'urgent' },
    tickets: ['SUP-7K2M9QXD'],
  })
  expect(
    read({ action: '{"kind":"assign","to":null}', matching: 'assignee=me&assignee=none&sort=x' }),
  ).toMatchObject({ action: { kind: 'assign', to: null }, matching: { assignee: 'me', sort: 'x' } })
  expect(action({ kind: 'tags', add: ['VIP customer'], remove: [] })).toMatchObject({
    action: { add: ['vip-customer'] },
  })
})

test('what is no action is refused', () => {
  for (const wish of [null, {}, { kind: 'delete' }, { kind: 'merge', to: 'SUP-00000000' }])
    expect(action(wish)).toEqual(['action: This cannot be done to many tickets at once'])
  expect(read({ action: '{' })).toEqual(['action: This is no action'])
  for (const wish of [
    { kind: 'status', to: 'deleted' },
    { kind: 'priority' },
    { kind: 'team', to: "'; drop table tickets" },
    { kind: 'assign', to: 7 },
    { kind: 'assign', to: 'ana@example.test\0' },
    { kind: 'category', to: '' },
    { kind: 'tags', add: ['a,b'], remove: [] },
    { kind: 'tags', add: Array.from({ length: 21 }, (_, number) => `tag-${number}`), remove: [] },
  ])
    expect(action(wish)).toEqual([expect.stringMatching(/^action: /)])
  expect(action({ kind: 'tags', add: [], remove: [] })).toEqual(['action: Choose a tag to add or to remove'])
  expect(action({ kind: 'tags', add: ['vip'], remove: ['VIP'] })).toEqual([
    'action: A tag cannot be added and removed at once',
  ])
})

test('what is no reference, and more than can be changed, is refused', () => {
  const wish = '{"kind":"priority","to":"low"}'
  for (const tickets of ['42', 'SUP-7K2M9QXD;SUP-7K2M9QXE', 'SUP-7K2M9QXD,', 'sup-7k2m9qxd', '\0'])
    expect(read({ action: wish, tickets })).toEqual([expect.stringMatching(/^tickets: /)])
  const many = (count: number) => Array.from({ length: count }, () => 'SUP-7K2M9QXD').join()
  expect(read({ action: wish, tickets: many(10_000) })).toMatchObject({ submission })
  expect(read({ action: wish, tickets: many(10_002) })).toEqual([
    'tickets: At most 10,000 tickets are changed at once',
  ])
})
