import { and, eq } from 'drizzle-orm'
import { categories } from '@/db/schema'
import { Refused } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'

/** The category that a ticket may be given, kept from going until the transaction ends. Throws Refused (`category`). */
export async function activeCategory(tx: Tx, slug: string) {
  const [category] = await tx
    .select({ id: categories.id, name: categories.name })
    .from(categories)
    .where(and(eq(categories.slug, slug), eq(categories.active, true)))
    .for('key share')
  if (!category) throw new Refused('This category is not offered any more. Choose another one.', 'category')
  return category
}

/** A ticket's category if it may be given to another one too, kept as it is until the transaction ends. */
export async function stillOffered(tx: Tx, id: number | null) {
  if (id === null) return undefined
  const [category] = await tx
    .select({ slug: categories.slug })
    .from(categories)
    .where(and(eq(categories.id, id), eq(categories.active, true)))
    .for('share')
  return category
}
