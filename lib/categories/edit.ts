import { eq } from 'drizzle-orm'
import { categories } from '@/db/schema'
import { renameInMacros } from '@/lib/canned/rename'
import { isTaken } from '@/lib/database-errors'
import { Conflict, Missing, Refused } from '@/lib/errors'
import type { Change } from '@/lib/events/event'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin } from '@/lib/viewer'
import { followInViews } from '@/lib/views/follow'
import { type Category, chosenSlug, seen } from './category'
import type { NewCategory } from './create'

const fields = ['name', 'slug', 'description', 'active', 'displayOrder'] as const

/** As a form tells it: without a slug, the one of its name. */
type Edited = Omit<Category, 'id' | 'slug'> & Pick<NewCategory, 'slug'>

/**
 * Changes a category; its tickets stay with it. Throws Missing, Refused (`slug`), and Conflict if it is no longer as it
 * was `seen`.
 */
export const editCategory = (
  admin: Admin,
  slug: string,
  { name, slug: wanted, description, active, displayOrder }: Edited,
  saw?: string,
): Promise<Category> =>
  inTransaction(async (tx) => {
    const [before] = await tx.select().from(categories).where(eq(categories.slug, slug)).for('update')
    if (!before) throw new Missing('Category not found')
    if (saw !== undefined && saw !== seen(before))
      throw new Conflict('Somebody else has changed this category in the meantime. Open it again to see how.')
    const newSlug = chosenSlug({ slug: wanted, name })
    const [after] = await tx
      .update(categories)
      .set({ name, slug: newSlug, description, active, displayOrder })
      .where(eq(categories.id, before.id))
      .returning()
      .catch((error: unknown) => {
        if (isTaken(error)) throw new Refused(`Another category has the slug “${newSlug}”`, 'slug')
        throw error
      })
    if (!after) throw new Missing('Category not found')
    if (after.slug !== before.slug) await renameInMacros(tx, ['category'], before.slug, after.slug)
    if (after.slug !== before.slug) await followInViews(tx, 'category', before.slug, after.slug)
    const change: Change = Object.fromEntries(
      fields.flatMap((field) =>
        before[field] === after[field] ? [] : [[field, [before[field], after[field]]]],
      ),
    )
    if (Object.keys(change).length > 0)
      await record(tx, admin, 'category.changed', { audience: 'agents', change })
    return after
  })
