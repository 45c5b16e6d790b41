import { eq } from 'drizzle-orm'
import { slaPolicies } from '@/db/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Tx } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'

/**
 * All policies that are in use, in order, for whoever is about to change one. The row that closes the list is held until
 * the transaction ends, so that one change of the list comes after the other; filing tickets goes on meanwhile.
 */
export async function heldPolicies(tx: Tx) {
  await tx
    .select({ id: slaPolicies.id })
    .from(slaPolicies)
    .where(eq(slaPolicies.fallback, true))
    .for('no key update')
  const rows = await tx.select().from(slaPolicies).orderBy(slaPolicies.fallback, slaPolicies.position)
  return rows.filter(({ retiredAt }) => retiredAt === null)
}

/** What is promised on every open ticket is looked up again by the worker: once for what one actor changes in a row. */
export function reconsiderLater(tx: Tx, actor: Actor) {
  const actorId = actor.role === 'system' ? null : actor.id
  return enqueue(tx, 'sla-reconsider', { because: 'policy', actorId }, { key: reconsiderKey(actorId) })
}

export const reconsiderKey = (actorId: number | null) => `sla-reconsider:policy:${actorId ?? 'system'}`
