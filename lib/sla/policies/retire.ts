import { eq } from 'drizzle-orm'
import { slaPolicies } from '@/db/schema'
import { moment } from '@/db/schema/columns'
import { Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { reconsiderLater } from '../reconsider-later'
import { heldPolicies } from './hold'

/**
 * Takes a policy out of use. Its ledgers stay, and its open tickets come under the next policy that is for them. Throws
 * Missing, and Refused for the one that closes the list.
 */
export const retirePolicy = (admin: Admin | System, uid: string): Promise<{ readonly name: string }> =>
  inTransaction(async (tx) => {
    const { id, name } = await retirable(tx, uid)
    await tx.update(slaPolicies).set({ retiredAt: moment }).where(eq(slaPolicies.id, id))
    await record(tx, admin, 'sla_policy.changed', {
      audience: 'agents',
      change: { name: [name, name], state: ['In use', 'Retired'] },
    })
    await reconsiderLater(tx, admin, 'policy')
    return { name }
  })

/** The policy, if it may be retired. */
export async function retirable(tx: Tx, uid: string) {
  const policy = (await heldPolicies(tx)).find((one) => one.uid === uid)
  if (!policy) throw new Missing('This policy is not in use any more')
  if (policy.fallback)
    throw new Refused('The policy that closes the list cannot be retired: every ticket needs one')
  return policy
}
