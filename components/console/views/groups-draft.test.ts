import { expect, test } from 'vitest'
import { conditionFields, type Groups } from '@/lib/tickets/queue-groups'
import { blank, changed, draftOf, groupsOf, newCondition, newGroup } from './groups-draft'

const groups: Groups = {
  match: 'any',
  groups: [
    {
      match: 'all',
      conditions: [
        { field: 'tag', values: ['vip'] },
        { field: 'created', days: 3 },
      ],
    },
    { match: 'any', conditions: [{ field: 'words', words: 'invoice' }] },
  ],
}

test('what is edited is what was there, part by part', () => {
  const draft = draftOf(groups)
  expect(groupsOf(draft)).toEqual(groups)
  const [first, second] = draft.groups
  if (!first || !second) throw new Error('no groups')
  const conditions = changed(first.conditions, first.conditions[1]?.key ?? '', null)
  expect(
    groupsOf({ ...draft, groups: changed(draft.groups, first.key, { ...first, conditions }) }).groups[0],
  ).toEqual({
    match: 'all',
    conditions: [{ field: 'tag', values: ['vip'] }],
  })
  expect(changed(draft.groups, second.key, null)).toEqual([first])
})

test('a new part begins empty, and a new group joins the other way', () => {
  for (const field of conditionFields) expect(newCondition(field).condition).toEqual(blank(field))
  expect(newGroup('all')).toMatchObject({
    match: 'any',
    conditions: [{ condition: { field: 'tag', values: [] } }],
  })
})
