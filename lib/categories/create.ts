import { categories } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { type Category, chosenSlug } from './category'
import { categoryColumns } from './find'

export interface NewCategory {
  readonly name: string
  /** Made from the name where it is not given. */
  readonly slug?: string | undefined
  readonly description?: string | undefined
  readonly active?: boolean
  readonly displayOrder?: number
}

/** Adds a category. Throws Refused (`slug`) where the slug is taken or none can be made from the name. */
export const createCategory = (admin: Admin | System, category: NewCategory): Promise<Category> =>
  inTransaction(async (tx) => {
    const slug = chosenSlug(category)
    const [created] = await tx
      .insert(categories)
      .values({ ...category, slug })
      .onConflictDoNothing({ target: categories.slug })
      .returning(categoryColumns)
    if (!created) throw new Refused(`Another category has the slug “${slug}”`, 'slug')
    await record(tx, admin, 'category.created', {
      audience: 'agents',
      change: { name: [null, created.name], slug: [null, created.slug] },
    })
    return created
  })
