import { eq, sql } from 'drizzle-orm'
import { events, slaPolicies } from '@/db/schema'
import { Conflict, Missing } from '@/lib/errors'
import { lastActor } from '@/lib/events/last-actor'
import { record } from '@/lib/events/record'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { reconsiderLater } from '../reconsider-later'
import { policyRows } from './find'
import { heldPolicies } from './hold'
import type { PolicyRow } from './policy-row'
import { prepared } from './prepare'
import type { NewPolicy } from './shape'
import { changeOf } from './words'

/**
 * Changes a policy; open tickets get its deadlines soon after, what has breached keeps its own. Throws Missing, Refused with
 * the field that is wrong, and Conflict with who was faster where it has been changed since `saw`, or retired.
 */
export const editPolicy = (
  admin: Admin | System,
  uid: string,
  policy: NewPolicy,
  saw: Date,
): Promise<PolicyRow> =>
  inTransaction(async (tx) => {
    const { id, values } = await edited(tx, uid, policy, saw)
    const before = await policyIn(tx, uid)
    await tx.update(slaPolicies).set(values).where(eq(slaPolicies.id, id))
    const change = changeOf(before, await policyIn(tx, uid))
    // Whoever has it open in a form is not told of a change that is none.
    if (Object.keys(change).length === 0) return before
    await tx.update(slaPolicies).set({ changedAt: laterThanBefore }).where(eq(slaPolicies.id, id))
    await record(tx, admin, 'sla_policy.changed', { audience: 'agents', change })
    await reconsiderLater(tx, admin, 'policy')
    return policyIn(tx, uid)
  })

/** What the edit would write, if it may. For the edit and for its preview. */
export async function edited(tx: Tx, uid: string, policy: NewPolicy, saw: Date) {
  const all = await heldPolicies(tx)
  const before = all.find((one) => one.uid === uid)
  if (!before) throw await retiredMeanwhile(tx, uid)
  if (before.changedAt.getTime() !== saw.getTime())
    throw new Conflict(
      `${await changedBy(tx, before, saw)} has changed this policy in the meantime. Open it again to see how.`,
    )
  const others = all.filter((one) => one !== before)
  return { id: before.id, values: await prepared(tx, policy, others, before) }
}

/** Its place in the list is no part of it; and whoever renamed a tag that it names has not changed the policy. */
const changedBy = (tx: Tx, { name }: { readonly name: string }, saw: Date) =>
  lastActor(
    tx,
    'sla_policy.changed',
    (change) => sql`${change} -> 'name' ->> 1 = ${name} and not ${change} ? 'place'
      and ${events.at} >= ${saw.toISOString()}::timestamptz + interval '1 millisecond'`,
  )

async function retiredMeanwhile(tx: Tx, uid: string) {
  const [policy] = await tx
    .select({ name: slaPolicies.name })
    .from(slaPolicies)
    .where(eq(sql`${slaPolicies.uid}::text`, uid))
  if (!policy) return new Missing('There is no such policy')
  const who = await lastActor(
    tx,
    'sla_policy.changed',
    (change) => sql`${change} -> 'name' ->> 1 = ${policy.name} and ${change} ? 'state'`,
  )
  return new Conflict(`${who} has retired this policy in the meantime.`)
}

/** Two states of a policy never carry the same moment, to the millisecond that a form can give back. */
export const laterThanBefore = sql`greatest(moment(), date_trunc('milliseconds', ${slaPolicies.changedAt}) + interval '1 millisecond')`

async function policyIn(tx: Tx, uid: string) {
  const policy = (await policyRows(tx)).find((one) => one.uid === uid)
  if (!policy) throw new Missing('Policy not found')
  return policy
}
