import { z } from 'zod'
import { Refused } from '@/lib/errors'
import { type Priority, priorities } from '@/lib/tickets/ticket'
import { type Target, targets } from '../target'
import { secondsOf } from './amount'
import { mostSteps, nobody, teamPrefix } from './choices'
import { fieldOf, keysTwice, type NewAction, type NewPolicy, policyShape } from './shape'

const stepFields = [
  'key',
  'target',
  'priorities',
  'when',
  'amount',
  'actions',
  'teams',
  'reassign',
  'tag',
  'prioritize',
] as const
export type StepField = (typeof stepFields)[number]

const conditionFields = ['priorities', 'categories', 'channels', 'organizations', 'teams', 'tags'] as const
type ConditionField = (typeof conditionFields)[number]

type PolicyField =
  | 'name'
  | 'calendar'
  | 'pausing'
  | `conditions.${ConditionField}`
  | `targets.${Priority}.${Target}`
  | `steps.${number}.${StepField}`

/** All that a form posts under a name; nothing where it posts none. */
export type Posted = (name: PolicyField) => readonly string[]

const names: readonly PolicyField[] = [
  'name',
  'calendar',
  'pausing',
  ...conditionFields.map((field) => `conditions.${field}` as const),
  ...priorities.flatMap((priority) => targets.map((target) => `targets.${priority}.${target}` as const)),
  ...Array.from({ length: mostSteps + 1 }, (_, index) =>
    stepFields.map((field) => `steps.${index}.${field}` as const),
  ).flat(),
]

// What does not fit is not read any further.
const texts = z
  .array(
    z.string('This is no text').max(300, { error: 'This is too long: at most 300 characters', abort: true }),
  )
  .max(500, { error: 'These are too many: at most 500', abort: true })
const several = z.preprocess((posted) => (posted === undefined ? [] : [posted].flat()), texts)

/** Typed by the first of them: the others are read by name, with `postedIn`. */
const policyFields: { readonly name: typeof several } = {
  name: several,
  ...Object.fromEntries(names.map((name) => [name, several])),
}

/** The fields of a policy's form, told apart by their names, and whatever else the form posts. */
export const policyForm = <More extends z.ZodRawShape>(more: More) =>
  z
    .object({
      ...policyFields,
      ...more,
    })
    .superRefine((fields, context) => {
      for (const { field, message } of policyOf(postedIn(fields)).problems)
        context.addIssue({ code: 'custom', path: [field], message })
    })

/** What was posted, by name. */
export const postedIn =
  (fields: Readonly<Record<string, unknown>>): Posted =>
  (name) =>
    texts.parse(fields[name] ?? [])

/** The policy of fields that `policyForm` has let pass. */
export function policyIn(fields: Readonly<Record<string, unknown>>): NewPolicy {
  const { policy } = policyOf(postedIn(fields))
  if (!policy) throw new Refused('This form describes no policy')
  return policy
}

interface Problem {
  readonly field: string
  readonly message: string
}

/** The policy that a form describes, or what is wrong with it, each at its field. */
export function policyOf(posted: Posted): {
  readonly policy?: NewPolicy
  readonly problems: readonly Problem[]
} {
  const unread: Problem[] = []
  const note = (field: PolicyField, message: string) => {
    unread.push({ field, message })
    return undefined
  }
  const words = {
    name: first(posted('name')),
    conditions: {
      priorities: posted('conditions.priorities'),
      categories: posted('conditions.categories'),
      channels: posted('conditions.channels'),
      organizations: posted('conditions.organizations'),
      teams: posted('conditions.teams'),
      tags: tagsIn(first(posted('conditions.tags'))),
    },
    targets: targetsOf(posted, note),
    calendar: first(posted('calendar')) || null,
    pausing: posted('pausing'),
    steps: stepsIn(posted).map((index) => stepOf(posted, index, note)),
  }
  const read = policyShape.safeParse(words)
  const issues = [...(read.error?.issues ?? []), ...keysTwice(words.steps)].map(({ path, message }) => ({
    field: fieldOf(path, words),
    message,
  }))
  // Each field says one thing: what could not be read, or else what comes first.
  const all = [...unread, ...issues]
  const problems = all.filter(({ field }, place) => all.findIndex((one) => one.field === field) === place)
  return read.success && problems.length === 0 ? { policy: read.data, problems } : { problems }
}

type Note = (field: PolicyField, message: string) => undefined

const first = (values: readonly string[]) => values[0]?.trim() ?? ''

function targetsOf(posted: Posted, note: Note) {
  const ofPriority = (priority: Priority) =>
    Object.fromEntries(
      targets.flatMap((target) => {
        const field = `targets.${priority}.${target}` as const
        const text = first(posted(field))
        if (text === '') return []
        const seconds = secondsOf(text)
        if (seconds === null)
          note(field, `“${quotable(text)}” is no amount of time. Write it as 8 h, 30 min or 2 d.`)
        return seconds === null ? [] : [[target, seconds]]
      }),
    )
  return Object.fromEntries(priorities.map((priority) => [priority, ofPriority(priority)]))
}

/** What somebody typed, short and without what does not show. */
function quotable(text: string) {
  const [shown, ...rest] = [text.replace(/\p{C}/gu, '').slice(0, 40).toWellFormed(), text.slice(40)]
  return rest.join('') ? `${shown}…` : shown
}

/** The places of the steps that are there; one more than there may be is looked for, and refused. */
const stepsIn = (posted: Posted) =>
  Array.from({ length: mostSteps + 1 }, (_, index) => index).filter(
    (index) => posted(`steps.${index}.target`).length > 0,
  )

function stepOf(posted: Posted, index: number, note: Note) {
  const of = (field: StepField) => posted(`steps.${index}.${field}`)
  return {
    key: first(of('key')),
    target: first(of('target')),
    priorities: of('priorities'),
    when: whenOf(first(of('when')), first(of('amount')), (field, message) =>
      note(`steps.${index}.${field}`, message),
    ),
    actions: actionsOf(of),
  }
}

function whenOf(
  moment: string,
  amount: string,
  note: (field: 'when' | 'amount', message: string) => undefined,
) {
  switch (moment) {
    case 'due':
      return { minutes: 0 }
    case 'share': {
      const [, percent] = /^(\d{1,3}(?:[.,]\d)?)\s*%?$/.exec(amount) ?? []
      if (percent === undefined) note('amount', 'Write the share in percent, as 80 %')
      return { share: percent === undefined ? 1 : Number(percent.replace(',', '.')) / 100 }
    }
    case 'before':
    case 'after': {
      const seconds = secondsOf(amount)
      if (seconds === null) note('amount', 'Write an amount of time, as 30 min or 2 h')
      const minutes = (seconds ?? 0) / 60
      return { minutes: moment === 'before' ? 0 - minutes : minutes }
    }
    default:
      note('when', 'Choose when')
      return { minutes: 0 }
  }
}

function actionsOf(of: (field: StepField) => readonly string[]) {
  const [people, teams] = [of('actions'), of('teams')]
  const [reassign, prioritize, tags] = [
    first(of('reassign')),
    first(of('prioritize')),
    tagsIn(first(of('tag'))),
  ]
  return [
    ...(people.length + teams.length > 0 ? [{ do: 'notify', people, teams } satisfies NewAction] : []),
    ...(reassign ? [reassignment(reassign)] : []),
    ...tags.map((tag) => ({ do: 'tag', tag }) satisfies NewAction),
    ...(prioritize ? [{ do: 'prioritize', to: prioritize }] : []),
  ]
}

function reassignment(to: string): NewAction {
  if (to.startsWith(teamPrefix)) return { do: 'hand_over', to: to.slice(teamPrefix.length) }
  return { do: 'reassign', to: to === nobody ? null : to }
}

/** Tags as they are typed into one line: `vip, renewal`. */
const tagsIn = (text: string) => text.split(',').filter((tag) => tag.trim() !== '')
