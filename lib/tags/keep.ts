import { asc, inArray } from 'drizzle-orm'
import { tags } from '@/db/schema'
import type { Tx } from '@/lib/transaction'

/**
 * The keys of tags by their names, in rising order, kept from going until the transaction ends; one that nobody has used yet
 * is made.
 */
export async function keptKeys(tx: Tx, names: readonly string[]): Promise<readonly number[]> {
  const wanted = [...new Set(names)].sort()
  // One that was there may be merged away before it is held: then it is made anew.
  for (;;) {
    await tx
      .insert(tags)
      .values(wanted.map((name) => ({ name })))
      .onConflictDoNothing()
    const kept = await tx
      .select({ id: tags.id })
      .from(tags)
      .where(inArray(tags.name, wanted))
      .orderBy(asc(tags.id))
      .for('key share')
    if (kept.length === wanted.length) return kept.map(({ id }) => id)
  }
}
