import { expect, test } from 'vitest'
import { fieldOf, type NewPolicy, type NewStep, policyShape } from './shape'

const step: NewStep = {
  key: 'call_somebody',
  target: 'first_response',
  when: { minutes: 0 },
  actions: [{ do: 'notify', people: ['ana@desk.test'] }],
}

const policy: NewPolicy = {
  name: 'Urgent',
  conditions: { priorities: ['urgent'] },
  targets: { low: {}, medium: {}, high: { resolution: 28_800 }, urgent: { first_response: 3600 } },
  calendar: null,
  pausing: ['pending'],
  steps: [step],
}

const problems = (given: Parameters<typeof fieldOf>[1]) =>
  (policyShape.safeParse(given).error?.issues ?? []).map(({ path, message }) => [
    fieldOf(path, given),
    message,
  ])

type Step = Partial<Record<Exclude<keyof NewStep, 'actions'>, unknown>> & {
  readonly actions?: readonly { readonly do: string; readonly [name: string]: unknown }[]
}

const withSteps = (...steps: readonly Step[]) => ({
  ...policy,
  steps: steps.map((one) => ({ ...step, ...one })),
})

test('a policy that makes sense has no problem', () => {
  expect(problems(policy)).toEqual([])
  expect(problems(withSteps({ when: { share: 0.8 } }, { key: 'late', when: { minutes: 10_080 } }))).toEqual(
    [],
  )
})

const urgent = (first_response: unknown) => ({
  ...policy,
  targets: { ...policy.targets, urgent: { first_response } },
})

test.each([
  [urgent(0), 'targets.urgent.first_response', /^A target of 0 is no promise/],
  [urgent(59), 'targets.urgent.first_response', /at least 1 min/],
  [urgent(-60), 'targets.urgent.first_response', /at least 1 min/],
  [urgent(90.5), 'targets.urgent.first_response', /whole seconds/],
  [urgent(3 * 365 * 86_400), 'targets.urgent.first_response', /at most 365 d/],
  [{ ...policy, name: ' ' }, 'name', /empty/],
  [{ ...policy, name: 'x'.repeat(81) }, 'name', /too long/],
  [{ ...policy, pausing: ['open'] }, 'pausing', /Only Pending and On hold/],
  [{ ...policy, conditions: { priorities: ['dire'] } }, 'conditions.priorities', /no such priority/],
  [{ ...policy, conditions: { categories: ['a\0'] } }, 'conditions.categories', /nothing of this name/],
  [{ ...policy, conditions: { tags: ['not you!'] } }, 'conditions.tags', /letters, digits/],
  [withSteps({ key: 'Call Somebody' }), 'steps.0.key', /small letters/],
  [withSteps({ key: '' }), 'steps.0.key', /small letters/],
  [withSteps({ key: 'breached' }), 'steps.0.key', /meaning of its own/],
  [withSteps({}, {}), 'steps.1.key', /Another step/],
  [withSteps({ target: 'next_response' }), 'steps.0.target', /promises no next response/],
  [withSteps({ priorities: ['low'] }), 'steps.0.target', /promises no first response for these/],
  [withSteps({ when: { share: 0.05 } }), 'steps.0.amount', /at least 10 %/],
  [withSteps({ when: { share: 1.2 } }), 'steps.0.amount', /at most 100 %/],
  [withSteps({ when: { minutes: 10_081 } }), 'steps.0.amount', /a week after/],
  [withSteps({ when: { minutes: -10_081 } }), 'steps.0.amount', /a week before/],
  [withSteps({ actions: [{ do: 'notify', people: ['\0'] }] }), 'steps.0.actions', /nothing of this name/],
  [withSteps({ actions: [{ do: 'notify', people: [], teams: ['\0'] }] }), 'steps.0.teams', /nothing of this/],
  [withSteps({ actions: [{ do: 'reassign', to: '\0' }] }), 'steps.0.reassign', /nothing of this name/],
  [withSteps({ actions: [{ do: 'hand_over', to: '\0' }] }), 'steps.0.reassign', /nothing of this name/],
  [withSteps({ actions: [{ do: 'tag', tag: 'not you!' }] }), 'steps.0.tag', /letters, digits/],
  [withSteps({ actions: [{ do: 'prioritize', to: 'dire' }] }), 'steps.0.prioritize', /no such priority/],
  [withSteps({ actions: [] }), 'steps.0.actions', /does something/],
  [withSteps({ actions: [{ do: 'notify', people: [] }] }), 'steps.0.actions', /whom to notify/],
])('what makes no sense is told at its field: %#', (given, field, message) => {
  expect(problems(given)).toContainEqual([field, expect.stringMatching(message)])
})

test('more than ten steps are too many', () => {
  const steps = Array.from({ length: 11 }, (_, index) => ({ key: `step_${index}` }))
  expect(problems(withSteps(...steps))).toEqual([['steps', 'At most 10 steps']])
})
