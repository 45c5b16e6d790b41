import { eq } from 'drizzle-orm'
import { slaPolicies } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { reconsiderLater } from '../reconsider-later'
import { heldPolicies } from './hold'

/**
 * Moves a policy one place up (asked earlier) or down. At the end of its way it stays. The policy that closes the list
 * stays last. Throws Missing and Refused.
 *
 * @returns its place, counted from 1, and how many there are
 */
export const movePolicy = (
  admin: Admin | System,
  uid: string,
  direction: 'up' | 'down',
): Promise<{ readonly name: string; readonly place: number; readonly of: number }> =>
  inTransaction(async (tx) => {
    const all = await heldPolicies(tx)
    const policy = all.find((one) => one.uid === uid)
    if (!policy) throw new Missing('This policy is not in use any more')
    if (policy.fallback) throw new Refused('The policy that closes the list stays last')
    const ordered = all.filter(({ fallback }) => !fallback)
    const from = ordered.indexOf(policy)
    const to = direction === 'up' ? from - 1 : from + 1
    const other = ordered[to]
    const { name } = policy
    if (!other) return { name, place: from + 1, of: ordered.length }
    for (const [place, one] of swapped(ordered, from, to).entries())
      if (one.position !== place + 1)
        await tx
          .update(slaPolicies)
          .set({ position: place + 1 })
          .where(eq(slaPolicies.id, one.id))
    await record(tx, admin, 'sla_policy.changed', {
      audience: 'agents',
      change: { name: [name, name], place: [from + 1, to + 1] },
    })
    await reconsiderLater(tx, admin, 'policy')
    return { name, place: to + 1, of: ordered.length }
  })

function swapped<One>(list: readonly One[], from: number, to: number): readonly One[] {
  const [mine, theirs] = [list[from], list[to]]
  return list.map((one) => (one === mine ? theirs : one === theirs ? mine : one) ?? one)
}
