import { expect, test } from 'vitest'
import type { Condition, Groups } from '@/lib/tickets/queue-groups'
import { conditionWords, groupsWords } from './view-words'

const vip: Condition = { field: 'tag', values: ['vip', 'gone-tag'] }
const mine: Condition = { field: 'assignee', values: ['me', 'none'] }
const urgent: Condition = { field: 'priority', values: ['urgent', 'high'] }
const names = { tag: [{ value: 'vip', label: 'vip' }], team: [{ value: 'u', label: 'Night', gone: true }] }

test('a condition reads as a sentence, and says what is gone', () => {
  expect(conditionWords(vip, names)).toBe('Tag: vip or gone-tag (not there)')
  expect(conditionWords({ field: 'team', values: ['u', 'x', 'none'] }, names)).toBe(
    'Team: Night (retired) or an unknown one or none',
  )
  expect(conditionWords(mine, names)).toBe('Assigned to me or nobody')
  expect(conditionWords({ field: 'assignee', values: ['none'] }, names)).toBe('Unassigned')
  expect(conditionWords({ ...vip, not: true }, names)).toBe('Tag is not vip or gone-tag (not there)')
  expect(conditionWords({ ...mine, not: true }, names)).toBe('Assignee is not me or nobody')
  expect(conditionWords({ field: 'created', days: 7 }, names)).toBe('Created within 7 days')
  expect(conditionWords({ field: 'words', words: '100% <b>' }, names)).toBe('Words: 100% <b>')
})

test('groups are told apart where they are joined otherwise', () => {
  const only = (match: 'all' | 'any', ...conditions: readonly Condition[]): Groups => ({
    match: 'all',
    groups: [{ match, conditions }],
  })
  expect(groupsWords(only('any', mine, urgent), names)).toBe(
    'Assigned to me or nobody or Priority: urgent or high',
  )
  expect(
    groupsWords(
      { match: 'all', groups: [...only('any', mine, urgent).groups, ...only('all', urgent).groups] },
      names,
    ),
  ).toBe('(Assigned to me or nobody or Priority: urgent or high) and Priority: urgent or high')
})
