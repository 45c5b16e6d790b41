import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { calendars, categories, people, type slaPolicies } from '@/db/schema'
import { now } from '@/lib/clock'
import { Refused } from '@/lib/errors'
import { keptKeys } from '@/lib/tags/keep'
import type { Tx } from '@/lib/transaction'
import { newestVersion } from '../calendars/newest'
import { outOfReach } from '../reach'
import type { Action, Conditions, Step, Targets } from '../sla-policy'
import { openAmountWord } from './amount'
import { organizationKeys, teamKeys } from './keys'
import { fieldOf, type NewPolicy, type NewStep, policyShape, promises, promisesNothing } from './shape'

type Row = typeof slaPolicies.$inferSelect
export type Prepared = Pick<Row, 'name' | 'conditions' | 'targets' | 'calendarId' | 'pausing' | 'steps'>

/**
 * A policy as it is stored, with keys for names; what it names is kept from going until the transaction ends. `before` is
 * the policy that it will replace. Throws Refused with the field that is wrong.
 */
export async function prepared(
  tx: Tx,
  policy: NewPolicy,
  others: readonly Pick<Row, 'name'>[],
  before?: Pick<Row, 'fallback' | 'calendarId' | 'steps'>,
): Promise<Prepared> {
  const read = policyShape.safeParse(policy)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Refused(issue?.message ?? 'This is no policy', fieldOf(issue?.path ?? [], policy))
  }
  const { name, conditions, targets, calendar, pausing, steps } = read.data
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw new Refused(`Another policy is called “${name}”`, 'name')
  if (before?.fallback && Object.values(conditions).some((asked) => asked.length > 0))
    throw new Refused(
      'The policy that closes the list is for every ticket: it has no conditions',
      'conditions',
    )
  if (!before?.fallback && !promises(read.data)) throw new Refused(promisesNothing, 'targets')
  if (before) refuseRenamed(steps, before.steps)
  return {
    name,
    targets,
    conditions: await conditionsOf(tx, conditions),
    calendarId: calendar === null ? null : await calendarId(tx, calendar, targets, before),
    pausing: [...new Set(pausing)],
    steps: await stepsOf(tx, steps),
  }
}

async function conditionsOf(
  tx: Tx,
  {
    priorities = [],
    categories: slugs = [],
    channels = [],
    organizations: companies = [],
    teams: groups = [],
    tags: words = [],
  }: NewPolicy['conditions'],
): Promise<Conditions> {
  const rows = await tx
    .select({ id: categories.id, slug: categories.slug })
    .from(categories)
    .where(inArray(categories.slug, [...slugs]))
    .for('key share')
  const gone = slugs.find((slug) => rows.every((row) => row.slug !== slug))
  if (gone !== undefined)
    throw new Refused(
      `${gone === '' ? 'One of these categories is gone' : `There is no category “${gone}” any more`}. Choose again.`,
      'conditions.categories',
    )
  return {
    ...(priorities.length > 0 && { priorities }),
    ...(rows.length > 0 && { categories: rows.map(({ id }) => id).sort((a, b) => a - b) }),
    ...(channels.length > 0 && { channels }),
    ...(companies.length > 0 && { organizations: await organizationKeys(tx, companies) }),
    ...(groups.length > 0 && { teams: await teamKeys(tx, groups, 'conditions.teams') }),
    ...(words.length > 0 && { tags: await keptKeys(tx, words) }),
  }
}

/** A calendar that has been retired stays with the policies that have it. */
async function calendarId(tx: Tx, uid: string, targets: Targets, before?: Pick<Row, 'calendarId'>) {
  const [calendar] = await tx
    .select({ id: calendars.id, retiredAt: calendars.retiredAt })
    .from(calendars)
    .where(eq(calendars.uid, uid))
    .for('key share')
  if (!calendar || (calendar.retiredAt && calendar.id !== before?.calendarId))
    throw new Refused('This calendar is not in use any more. Choose another one.', 'calendar')
  const { hours } = await newestVersion(tx, calendar.id)
  const far = outOfReach(hours, targets, now())
  if (far !== undefined)
    throw new Refused(
      `In the hours of this calendar ${openAmountWord(far)} take more than ten years. Promise less, or choose another calendar.`,
      'calendar',
    )
  return calendar.id
}

/** By its key a clock knows that it has taken a step: under another it would take it once more. */
function refuseRenamed(steps: readonly NewStep[], before: readonly Step[]) {
  const lost = before.filter(({ key }) => steps.every((step) => step.key !== key))
  for (const [index, { key, target, when }] of steps.entries()) {
    const former = lost.find((one) => one.target === target && isDeepStrictEqual(one.when, when))
    if (former && before.every((one) => one.key !== key))
      throw new Refused(
        `This step is called “${former.key}” in the history of tickets, which would be escalated again. Keep its key.`,
        `steps.${index}.key`,
      )
  }
}

async function stepsOf(tx: Tx, steps: readonly NewStep[]): Promise<readonly Step[]> {
  const named = steps.flatMap(({ actions }) => actions.flatMap(addressesOf))
  const rows = await tx
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(and(inArray(people.email, named), ne(people.role, 'customer'), isNull(people.deactivatedAt)))
    .for('key share')
  const keys = new Map(rows.map(({ id, email }) => [email.toLowerCase(), id]))
  const stepOf = async ({ priorities = [], actions, ...step }: NewStep, index: number): Promise<Step> => {
    const keyOf = (email: string, field: string) => {
      const key = keys.get(email.toLowerCase())
      if (key === undefined)
        throw new Refused(
          `${email || 'Somebody whom this step names'} does not work here any more`,
          `steps.${index}.${field}`,
        )
      return key
    }
    const keyed = async (action: NewStep['actions'][number]): Promise<Action> => {
      switch (action.do) {
        case 'notify':
          return {
            do: 'notify',
            people: action.people.map((email) => keyOf(email, 'actions')),
            ...(action.teams?.length && { teams: await teamKeys(tx, action.teams, `steps.${index}.teams`) }),
          }
        case 'reassign':
          return { ...action, to: action.to === null ? null : keyOf(action.to, 'reassign') }
        case 'hand_over':
          return { do: 'hand_over', to: (await teamKeys(tx, [action.to], `steps.${index}.reassign`))[0] ?? 0 }
        case 'tag':
          return { do: 'tag', tag: (await keptKeys(tx, [action.tag]))[0] ?? 0 }
        case 'prioritize':
          return action
      }
    }
    const done: Action[] = []
    for (const action of actions) done.push(await keyed(action))
    return { ...step, ...(priorities.length > 0 && { priorities }), actions: done }
  }
  const read: Step[] = []
  for (const [index, step] of steps.entries()) read.push(await stepOf(step, index))
  return read
}

function addressesOf(action: NewStep['actions'][number]): readonly string[] {
  if (action.do === 'notify') return action.people
  return action.do === 'reassign' && action.to !== null ? [action.to] : []
}
