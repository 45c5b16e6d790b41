import { z } from 'zod'
import { tagName } from '@/lib/tags/tag'
import { line } from '@/lib/text'
import { type Channel, channels, type Priority, priorities } from '@/lib/tickets/ticket'
import { uidShape } from '@/lib/uid'
import type { Step, Targets } from '../sla-policy'
import { targets, targetWord } from '../target'
import { mostSteps, type PausingStatus, pausingStatuses } from './choices'

/**
 * A policy as forms and programs tell it: people by their address, categories by their slug,
 * tags by their name, a calendar, a team and an organization by their uid.
 */
export interface NewPolicy {
  readonly name: string
  /** What is left out, or empty, is not asked. */
  readonly conditions: {
    readonly priorities?: readonly Priority[] | undefined
    readonly categories?: readonly string[] | undefined
    readonly channels?: readonly Channel[] | undefined
    readonly organizations?: readonly string[] | undefined
    readonly teams?: readonly string[] | undefined
    readonly tags?: readonly string[] | undefined
  }
  readonly targets: Targets
  /** Null: around the clock. */
  readonly calendar: string | null
  /** The statuses in which the resolution clock stands still. */
  readonly pausing: readonly PausingStatus[]
  readonly steps: readonly NewStep[]
}

export interface NewStep extends Omit<Step, 'actions' | 'priorities'> {
  readonly priorities?: readonly Priority[] | undefined
  readonly actions: readonly NewAction[]
}

export type NewAction =
  | {
      readonly do: 'notify'
      readonly people: readonly string[]
      readonly teams?: readonly string[] | undefined
    }
  | { readonly do: 'reassign'; readonly to: string | null }
  | { readonly do: 'hand_over'; readonly to: string }
  | { readonly do: 'tag'; readonly tag: string }
  | { readonly do: 'prioritize'; readonly to: Priority }

/** Names one thing: a slug, an address, a uid. Nothing that is there has a name that cannot be kept. */
const named = z
  .string('Choose again')
  .refine(
    (text) => !text.includes('\0') && text.isWellFormed(),
    'There is nothing of this name. Choose again.',
  )

const minute = 60
const year = 365 * 24 * 3600
const week = 7 * 24 * 60

const seconds = z
  .int('A target is a number of whole seconds')
  .refine((count) => count !== 0, {
    error: 'A target of 0 is no promise: give at least 1 min, or leave it empty',
    abort: true,
  })
  .min(minute, 'A target is at least 1 min')
  .max(year, 'A target is at most 365 d')

const onePriority = z.enum(priorities, 'There is no such priority')

const action = z.discriminatedUnion('do', [
  z
    .strictObject({
      do: z.literal('notify'),
      people: z.array(named),
      teams: z.array(named).optional(),
    })
    .refine(({ people, teams = [] }) => people.length + teams.length > 0, 'Choose whom to notify'),
  z.strictObject({ do: z.literal('reassign'), to: named.nullable() }),
  z.strictObject({ do: z.literal('hand_over'), to: named }),
  z.strictObject({ do: z.literal('tag'), tag: tagName }),
  z.strictObject({ do: z.literal('prioritize'), to: onePriority }),
])

const step = z.strictObject({
  key: z
    .string()
    .trim()
    .max(60, 'A key is at most 60 characters long')
    .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'Write the key in small letters, with _ between words')
    .refine(
      (key) => key !== 'at_risk' && key !== 'breached',
      'This key has a meaning of its own; choose another',
    ),
  target: z.enum(targets, 'Choose a target'),
  priorities: z.array(onePriority).optional(),
  when: z.union([
    z.strictObject({
      share: z.number().min(0.1, 'A share is at least 10 %').max(1, 'A share is at most 100 %'),
    }),
    z.strictObject({
      minutes: z
        .int('Give whole minutes')
        .min(-week, 'At most a week before the deadline')
        .max(week, 'At most a week after the deadline'),
    }),
  ]),
  actions: z.array(action).min(1, 'A step does something: choose whom to notify, or another action'),
})

/** What holds for every policy, whatever else there is. Each problem's path leads to its place. */
export const policyShape = z
  .strictObject({
    name: line('Name', 80),
    conditions: z.strictObject({
      priorities: z.array(onePriority).optional(),
      categories: z.array(named).optional(),
      channels: z.array(z.enum(channels, 'There is no such channel')).optional(),
      organizations: z.array(named).optional(),
      teams: z.array(named).optional(),
      tags: z.array(tagName).optional(),
    }),
    targets: z.record(z.enum(priorities), z.partialRecord(z.enum(targets), seconds)),
    calendar: uidShape('Choose a calendar').nullable(),
    pausing: z.array(z.enum(pausingStatuses, 'Only Pending and On hold can pause a clock')),
    steps: z.array(step).max(mostSteps, `At most ${mostSteps} steps`),
  })
  .superRefine(({ targets: promised, steps }, context) => {
    for (const { path, message } of keysTwice(steps)) context.addIssue({ code: 'custom', path, message })
    for (const [index, { target, priorities: only = [] }] of steps.entries()) {
      const asked = only.length > 0 ? only : priorities
      if (!asked.some((priority) => promised[priority][target] !== undefined))
        context.addIssue({
          code: 'custom',
          path: ['steps', index, 'target'],
          message: `This policy promises no ${targetWord[target].toLowerCase()}${only.length > 0 ? ' for these priorities' : ''}`,
        })
    }
  }) satisfies z.ZodType<NewPolicy>

/** What is wrong with steps that are called as one before them, whatever else is wrong with them. */
export const keysTwice = (steps: readonly { readonly key: string }[]) =>
  steps.flatMap(({ key }, index) =>
    key !== '' && steps.findIndex((other) => other.key === key) < index
      ? [{ path: ['steps', index, 'key'], message: `Another step is called “${key}”` }]
      : [],
  )

/** Whether anything is promised to anybody. */
export const promises = ({ targets: promised }: Pick<NewPolicy, 'targets'>) =>
  priorities.some((priority) => Object.values(promised[priority]).some((target) => target !== undefined))

export const promisesNothing = 'Promise something: fill in at least one target'

/** As much of a policy as tells which action a problem is about. */
interface Doing {
  readonly steps: readonly { readonly actions: readonly { readonly do: string }[] }[]
}

/**
 * The name of the field that shows a problem of a policy, for forms and for what verbs refuse: `steps.0.key`. What a step
 * does is shown where it is chosen.
 */
export function fieldOf([first = '', ...path]: readonly PropertyKey[], { steps }: Doing): string {
  const [second, third, fourth, leaf] = path
  const field = (...parts: readonly PropertyKey[]) => [first, ...parts].map(String).join('.')
  if (first === 'conditions') return field(...path.slice(0, 1))
  if (first === 'pausing') return field()
  if (first !== 'steps' || third !== 'actions' || leaf === undefined)
    return field(...path.slice(0, 2).map((part) => (first === 'steps' && part === 'when' ? 'amount' : part)))
  return `steps.${String(second)}.${placeOf(steps[Number(second)]?.actions[Number(fourth)]?.do, leaf)}`
}

function placeOf(action: string | undefined, leaf: PropertyKey) {
  switch (action) {
    case 'reassign':
    case 'hand_over':
      return 'reassign'
    case 'tag':
    case 'prioritize':
      return action
    default:
      return leaf === 'teams' ? 'teams' : 'actions'
  }
}
