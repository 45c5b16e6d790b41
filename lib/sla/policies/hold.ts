import { eq } from 'drizzle-orm'
import { slaPolicies } from '@/db/schema'
import type { Tx } from '@/lib/transaction'

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
