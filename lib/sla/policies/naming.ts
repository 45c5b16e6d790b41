import { asc, isNull } from 'drizzle-orm'
import { slaPolicies } from '@/db/schema'
import type { Tx } from '@/lib/transaction'
import type { Action, Conditions, Step } from '../sla-policy'

/** A policy that names a team, a tag, an organization or a person, and what for. */
export interface NamingPolicy {
  readonly uid: string
  readonly name: string
  /** It is for tickets that have it. */
  readonly asks: boolean
  /** What its steps do: tell it, give or hand tickets over to it, put it on them. */
  readonly does: readonly Exclude<Action['do'], 'prioritize'>[]
}

type Noun = 'organizations' | 'people' | 'tags' | 'teams'

/** The policies in use, in order, by the keys of what they name. */
export async function policiesNaming(
  reader: Pick<Tx, 'select'>,
  noun: Noun,
): Promise<ReadonlyMap<number, readonly NamingPolicy[]>> {
  const policies = await reader
    .select({
      uid: slaPolicies.uid,
      name: slaPolicies.name,
      conditions: slaPolicies.conditions,
      steps: slaPolicies.steps,
    })
    .from(slaPolicies)
    .where(isNull(slaPolicies.retiredAt))
    .orderBy(asc(slaPolicies.fallback), asc(slaPolicies.position), asc(slaPolicies.id))
  const naming = new Map<number, NamingPolicy[]>()
  for (const { uid, name, conditions, steps } of policies)
    for (const key of new Set([...askedBy(conditions, noun), ...named(steps, noun).keys()])) {
      const one = {
        uid,
        name,
        asks: askedBy(conditions, noun).includes(key),
        does: named(steps, noun).get(key) ?? [],
      }
      naming.set(key, [...(naming.get(key) ?? []), one])
    }
  return naming
}

const askedBy = (conditions: Conditions, noun: Noun) => (noun === 'people' ? [] : (conditions[noun] ?? []))

/** What the steps do with each, once. */
function named(steps: readonly Step[], noun: Noun) {
  const does = new Map<number, NamingPolicy['does']>()
  const add = (key: number, what: NamingPolicy['does'][number]) =>
    does.set(key, [...new Set([...(does.get(key) ?? []), what])])
  for (const action of steps.flatMap(({ actions }) => actions)) {
    if (noun === 'people' && action.do === 'notify') for (const key of action.people) add(key, 'notify')
    if (noun === 'people' && action.do === 'reassign' && action.to !== null) add(action.to, 'reassign')
    if (noun === 'tags' && action.do === 'tag') add(action.tag, 'tag')
    if (noun === 'teams' && action.do === 'hand_over') add(action.to, 'hand_over')
    if (noun === 'teams' && action.do === 'notify') for (const key of action.teams ?? []) add(key, 'notify')
  }
  return does
}
