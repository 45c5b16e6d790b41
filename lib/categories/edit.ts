import { eq } from 'drizzle-orm'
import { categories } from '@/db/schema'
import { isTaken } from '@/lib/database-errors'
import { Missing, Refused } from '@/lib/errors'
import type { Change } from '@/lib/events/event'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin } from '@/lib/viewer'
import type { Category } from './category'

const fields = ['name', 'slug', 'description', 'active', 'displayOrder'] as const

/** Changes a category; its tickets stay with it. Throws Missing, Refused (`slug`). */
export const editCategory = (admin: Admin, slug: string, to: Omit<Category, 'id'>): Promise<Category> =>
  inTransaction(async (tx) => {
    const [before] = await tx.select().from(categories).where(eq(categories.slug, slug)).for('update')
    if (!before) throw new Missing('Category not found')
    const [after] = await tx
      .update(categories)
      .set(to)
      .where(eq(categories.id, before.id))
      .returning()
      .catch((error: unknown) => {
        if (isTaken(error)) throw new Refused(`Another category has the slug “${to.slug}”`, 'slug')
        throw error
      })
    if (!after) throw new Missing('Category not found')
    const change: Change = Object.fromEntries(
      fields.flatMap((field) =>
        before[field] === after[field] ? [] : [[field, [before[field], after[field]]]],
      ),
    )
    if (Object.keys(change).length > 0)
      await record(tx, admin, 'category.changed', { audience: 'agents', change })
    return after
  })
