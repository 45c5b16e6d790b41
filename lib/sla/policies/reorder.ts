import { eq } from 'drizzle-orm'
import { slaPolicies } from '@/db/schema'
import { Conflict, Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { reconsiderLater } from '../reconsider-later'
import { heldPolicies } from './hold'

export type Direction = 'up' | 'down'

/**
 * Moves a policy one place up (asked earlier) or down. At the end of its way it stays. The policy that closes the list
 * stays last. Throws Missing, Refused, and Conflict where it does not stand any more where whoever moves it `saw` it (counted from 1).
 *
 * @returns its place, counted from 1, and how many there are
 */
export const movePolicy = (
  admin: Admin | System,
  uid: string,
  direction: Direction,
  saw?: number,
): Promise<{ readonly name: string; readonly place: number; readonly of: number }> =>
  inTransaction(async (tx) => {
    const { name, from, to, before, after } = await moving(tx, uid, direction, saw)
    if (from === to) return { name, place: from + 1, of: before.length }
    for (const [place, one] of after.entries())
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
    return { name, place: to + 1, of: before.length }
  })

/** The policies before the move and after it, without the one that closes the list. Throws as `movePolicy` does. */
export async function moving(tx: Tx, uid: string, direction: Direction, saw?: number) {
  const all = await heldPolicies(tx)
  const policy = all.find((one) => one.uid === uid)
  if (!policy) throw new Missing('This policy is not in use any more')
  if (policy.fallback) throw new Refused('The policy that closes the list stays last')
  const before = all.filter(({ fallback }) => !fallback)
  const from = before.indexOf(policy)
  if (saw !== undefined && saw !== from + 1)
    throw new Conflict('Somebody has changed the order meanwhile. Look again before you move it.')
  const wanted = direction === 'up' ? from - 1 : from + 1
  const to = before[wanted] ? wanted : from
  return { name: policy.name, from, to, before, after: swapped(before, from, to) }
}

function swapped<One>(list: readonly One[], from: number, to: number): readonly One[] {
  const [mine, theirs] = [list[from], list[to]]
  return list.map((one) => (one === mine ? theirs : one === theirs ? mine : one) ?? one)
}
