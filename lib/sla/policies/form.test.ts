import { expect, test } from 'vitest'
import { policyForm, policyOf, postedIn } from './form'

const filled = {
  name: ['  VIP '],
  'conditions.priorities': ['high', 'urgent'],
  'conditions.categories': ['billing'],
  'targets.urgent.first_response': ['30 min'],
  'targets.urgent.resolution': ['4h'],
  'targets.high.resolution': ['1 d'],
  calendar: [''],
  pausing: ['pending', 'on_hold'],
  'steps.0.key': ['urgent_escalation'],
  'steps.0.target': ['first_response'],
  'steps.0.priorities': ['urgent'],
  'steps.0.when': ['due'],
  'steps.0.actions': ['ana@desk.test', 'bo@desk.test'],
  'steps.0.reassign': [''],
  'steps.0.prioritize': [''],
  'steps.1.key': ['soon'],
  'steps.1.target': ['resolution'],
  'steps.1.when': ['share'],
  'steps.1.amount': ['80 %'],
  'steps.1.reassign': ['nobody'],
  'steps.1.prioritize': ['urgent'],
}

const read = (more: Readonly<Record<string, readonly string[]>> = {}) =>
  policyOf(postedIn({ ...filled, ...more }))

test('a filled form is a policy', () => {
  expect(read()).toEqual({
    problems: [],
    policy: {
      name: 'VIP',
      conditions: {
        priorities: ['high', 'urgent'],
        categories: ['billing'],
        channels: [],
        organizations: [],
        teams: [],
        tags: [],
      },
      targets: {
        low: {},
        medium: {},
        high: { resolution: 86_400 },
        urgent: { first_response: 1800, resolution: 14_400 },
      },
      calendar: null,
      pausing: ['pending', 'on_hold'],
      steps: [
        {
          key: 'urgent_escalation',
          target: 'first_response',
          priorities: ['urgent'],
          when: { minutes: 0 },
          actions: [{ do: 'notify', people: ['ana@desk.test', 'bo@desk.test'], teams: [] }],
        },
        {
          key: 'soon',
          target: 'resolution',
          priorities: [],
          when: { share: 0.8 },
          actions: [
            { do: 'reassign', to: null },
            { do: 'prioritize', to: 'urgent' },
          ],
        },
      ],
    },
  })
})

test.each([
  [['before'], ['30 min'], { minutes: -30 }],
  [['after'], ['2 h'], { minutes: 120 }],
  [['share'], ['12,5'], { share: 0.125 }],
])('a step %s %s', (when, amount, expected) => {
  const { policy } = read({ 'steps.1.when': when, 'steps.1.amount': amount })
  expect(policy?.steps[1]?.when).toEqual(expected)
})

test.each([
  ['targets.urgent.resolution', '4', /no amount of time/],
  ['targets.urgent.resolution', '0 h', /^A target of 0/],
  ['targets.urgent.resolution', '2 years', /no amount of time/],
  ['targets.urgent.resolution', '800 d', /at most 365 d/],
  ['targets.urgent.resolution', '1e9 d', /no amount of time/],
  ['targets.urgent.resolution', '-4 h', /no amount of time/],
  ['targets.urgent.resolution', '١٢ h', /no amount of time/],
  ['targets.urgent.resolution', '4\0h', /^“4h” is no amount/],
  ['targets.urgent.resolution', '9'.repeat(300), /^“9{40}…” is no amount of time/],
  ['targets.urgent.resolution', '999999999 d', /at most 365 d/],
  ['steps.1.when', 'whenever', /^Choose when$/],
  ['steps.1.prioritize', 'dire', /no such priority/],
  ['steps.0.tag', 'one, two!', /letters, digits/],
  ['steps.1.reassign', 'team:\0', /nothing of this name/],
  ['steps.1.amount', 'soon', /percent/],
  ['steps.1.amount', '5 %', /at least 10 %/],
  ['steps.0.key', 'Urgent!', /small letters/],
])('%s “%s” is told at its field, and only there', (field, text, message) => {
  expect(read({ [field]: [text] })).toEqual({
    problems: [{ field, message: expect.stringMatching(message) }],
  })
})

test('what is left empty, or holds spaces only, is not promised', () => {
  expect(read({ 'targets.high.resolution': ['  '] }).policy?.targets.high).toEqual({})
  expect(read({ 'targets.high.resolution': [] }).policy?.targets.high).toEqual({})
})

test('steps beyond those that there may be are refused, not dropped', () => {
  const step = (index: number) => ({
    [`steps.${index}.key`]: [`step_${index}`],
    [`steps.${index}.target`]: ['resolution'],
    [`steps.${index}.when`]: ['due'],
    [`steps.${index}.prioritize`]: ['urgent'],
  })
  const steps = (count: number) =>
    Object.assign({}, ...Array.from({ length: count }, (_, index) => step(index)))
  expect(read(steps(10)).policy?.steps).toHaveLength(10)
  expect(read(steps(20))).toEqual({ problems: [{ field: 'steps', message: 'At most 10 steps' }] })
})

test.each([
  ['name', 'x'.repeat(301), 'This is too long: at most 300 characters'],
  ['calendar', Array(501).fill(''), 'These are too many: at most 500'],
  ['steps.0.key', new File([], 'x'), 'This is no text'],
])('what %s cannot take is refused in words', (field, value, message) => {
  const problems = policyForm({}).safeParse({ ...filled, [field]: value }).error?.issues
  expect(problems?.map(({ path: [at], message }) => [at, message])).toEqual([[field, message]])
})

test('the form of an action says all of it at once', () => {
  const form = policyForm({})
  expect(form.safeParse(filled).success).toBe(true)
  const problems = form.safeParse({ ...filled, name: [''], 'targets.urgent.resolution': ['x'] }).error?.issues
  expect(problems?.map(({ path }) => path)).toEqual([['targets.urgent.resolution'], ['name']])
})
