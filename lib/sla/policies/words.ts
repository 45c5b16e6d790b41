import type { Change } from '@/lib/events/event'
import { alternatives, listed } from '@/lib/listed'
import { channelWord, type Priority, priorities, priorityWord, statusWord } from '@/lib/tickets/ticket'
import { targets, targetWord } from '../target'
import { targetAmount } from '../words'
import { amountWord } from './amount'
import type { ActionRow, PersonName, PolicyRow, StepRow, TeamName } from './policy-row'

/** What the form of a new policy begins with. */
export const blankPolicy = {
  name: '',
  fallback: false,
  conditions: { priorities: [], categories: [], channels: [], organizations: [], teams: [], tags: [] },
  targets: { low: {}, medium: {}, high: {}, urgent: {} },
  calendar: null,
  pausing: ['pending'],
  steps: [],
} as const satisfies Partial<PolicyRow>

/** It takes every ticket that comes to it. */
export const asksNothing = ({ conditions }: Pick<PolicyRow, 'conditions'>) =>
  Object.values(conditions).every((asked) => asked.length === 0)

/** For which tickets a policy is. */
export function conditionWords({ fallback, conditions }: Pick<PolicyRow, 'fallback' | 'conditions'>): string {
  if (fallback) return 'Every ticket that no policy above is for'
  const asked = [
    named('Priority', inOrder(conditions.priorities)),
    named(
      'Category',
      conditions.categories.map(({ name }) => name),
    ),
    named(
      'Channel',
      conditions.channels.map((channel) => channelWord[channel]),
    ),
    named(
      'Organization',
      conditions.organizations.map(({ name }) => name),
    ),
    named('Team', conditions.teams.map(teamName)),
    named('Tag', conditions.tags),
  ].filter((words) => words !== '')
  return asked.length === 0 ? 'Every ticket' : asked.join(' · ')
}

const named = (what: string, values: readonly string[]) =>
  values.length === 0 ? '' : `${what}: ${alternatives(values)}`

const inOrder = (some: readonly Priority[]) =>
  priorities
    .toReversed()
    .filter((priority) => some.includes(priority))
    .map((priority) => priorityWord[priority])

/** `80 % of first response, while Urgent: notify Marcus Lindqvist; raise to Urgent`. */
export function stepWords({ target, when, priorities: only, actions }: StepRow): string {
  const while_ = only.length > 0 ? `, while ${alternatives(inOrder(only))}` : ''
  return `${whenWords(when, targetWord[target].toLowerCase())}${while_}: ${actions.map(actionWords).join('; ')}`
}

function whenWords(when: StepRow['when'], target: string) {
  if ('share' in when) return `After ${Math.round(when.share * 100)} % of the ${target} target`
  if (when.minutes === 0) return `When ${target} is due`
  const amount = amountWord(Math.abs(when.minutes) * 60)
  return when.minutes < 0 ? `${amount} before ${target} is due` : `${amount} after ${target} was due`
}

function actionWords(action: ActionRow) {
  switch (action.do) {
    case 'notify':
      return `notify ${listed([...action.people.map(personName), ...action.teams.map((team) => `all of ${teamName(team)}`)])}`
    case 'reassign':
      return action.to ? `reassign to ${personName(action.to)}` : 'unassign'
    case 'hand_over':
      return `hand over to ${teamName(action.to)}`
    case 'tag':
      return `tag ${action.tag}`
    case 'prioritize':
      return `make it ${priorityWord[action.to].toLowerCase()}`
  }
}

// Nobody is told any more, and nothing goes there: an admin has to see it before it is missed.
const personName = ({ name, active }: PersonName) => (active ? name : `${name} (has left)`)
const teamName = ({ name, retired }: TeamName) => (retired ? `${name} (retired)` : name)

/** What differs between two states of a policy, as its event tells it, with its name: that says which one. Empty: nothing. */
export function changeOf(before: PolicyRow | undefined, after: PolicyRow): Change {
  const [then, now] = [before ? facts(before) : {}, facts(after)]
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])]
  const changed = names.filter((name) => then[name] !== now[name])
  return Object.fromEntries(
    [...new Set(changed.length > 0 ? ['name', ...changed] : [])].map((name) => [
      name,
      [then[name] ?? null, now[name] ?? null],
    ]),
  )
}

function facts(policy: PolicyRow): Record<string, string> {
  const promised = priorities.toReversed().flatMap((priority) =>
    targets.flatMap((target) => {
      const seconds = policy.targets[priority][target]
      return seconds === undefined
        ? []
        : [[`${priority} ${target}`, targetAmount(seconds, policy.calendar)] as const]
    }),
  )
  return {
    name: policy.name,
    conditions: conditionWords(policy),
    calendar: policy.calendar?.name ?? 'Around the clock',
    pausing: policy.pausing.map((status) => statusWord[status]).join(', ') || 'Nothing',
    ...Object.fromEntries(promised),
    ...Object.fromEntries(policy.steps.map((step) => [`step ${step.key}`, stepWords(step)])),
    ...(policy.retiredAt && { state: 'Retired' }),
  }
}
