import { slaPolicies } from '@/db/schema'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { reconsiderLater } from '../reconsider-later'
import { policyRows } from './find'
import { heldPolicies } from './hold'
import type { PolicyRow } from './policy-row'
import { prepared } from './prepare'
import type { NewPolicy } from './shape'
import { changeOf } from './words'

/**
 * Adds a policy as the last before the one that closes the list; open tickets that are its own get its deadlines soon
 * after. Throws Refused with the field that is wrong.
 */
export const createPolicy = (admin: Admin | System, policy: NewPolicy): Promise<PolicyRow> =>
  inTransaction(async (tx) => {
    const others = await heldPolicies(tx)
    const values = await prepared(tx, policy, others)
    const position = 1 + Math.max(0, ...others.map((other) => other.position))
    const [{ uid } = { uid: '' }] = await tx
      .insert(slaPolicies)
      .values({ ...values, position })
      .returning({ uid: slaPolicies.uid })
    const created = (await policyRows(tx)).find((one) => one.uid === uid)
    if (!created) throw new Error('A policy was not written')
    await record(tx, admin, 'sla_policy.created', {
      audience: 'agents',
      change: changeOf(undefined, created),
    })
    await reconsiderLater(tx, admin, 'policy')
    return created
  })
