import { eq, sql } from 'drizzle-orm'
import { slaPolicies } from '@/db/schema'
import type { Tx } from '@/lib/transaction'
import type { Action, Step } from '../sla-policy'
import { laterThanBefore } from './edit'

/**
 * Puts one tag in the place of another wherever a policy asks for it or a step puts it on tickets, in retired policies too:
 * tickets may still be held to their steps. A tag in its own place only tells whoever has such a policy open in a form that it
 * reads otherwise now. The caller holds the policies (`heldPolicies`).
 *
 * @returns the names of the policies in use that name the tag, and whether one of those in use asks for either of the two
 */
export async function retag(tx: Tx, from: number, to: number) {
  const policies = await tx.select().from(slaPolicies).orderBy(slaPolicies.fallback, slaPolicies.position)
  const names: string[] = []
  let asked = false
  for (const { id, name, conditions, steps, retiredAt } of policies) {
    const tags = conditions.tags ?? []
    if (!retiredAt && (tags.includes(from) || tags.includes(to))) asked = true
    const after = {
      conditions: tags.includes(from) ? { ...conditions, tags: inPlace(tags, from, to) } : conditions,
      steps: steps.map((step) => retagged(step, from, to)),
    }
    if (after.conditions === conditions && after.steps.every((step, index) => step === steps[index])) continue
    await tx
      .update(slaPolicies)
      .set({ ...after, changedAt: laterThanBefore })
      .where(eq(slaPolicies.id, id))
    if (!retiredAt) names.push(name)
  }
  return { names, asked }
}

/** Whether a step of any policy still puts this tag on tickets. */
export async function isPutOn(tx: Tx, tag: number) {
  const [policy] = await tx
    .select({ id: slaPolicies.id })
    .from(slaPolicies)
    .where(sql`${slaPolicies.steps} @> ${JSON.stringify([{ actions: [{ do: 'tag', tag }] }])}::jsonb`)
    .limit(1)
  return policy !== undefined
}

function retagged(step: Step, from: number, to: number): Step {
  const puts = (tag: number) => (action: Action) => action.do === 'tag' && action.tag === tag
  if (!step.actions.some(puts(from))) return step
  const others = step.actions.filter((action) => !puts(from)(action) && !puts(to)(action))
  return { ...step, actions: [...others, { do: 'tag', tag: to }] }
}

const inPlace = (keys: readonly number[], from: number, to: number) =>
  [...new Set(keys.map((key) => (key === from ? to : key)))].sort((a, b) => a - b)
