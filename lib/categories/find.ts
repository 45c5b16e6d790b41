import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { categories } from '@/db/schema'
import { Missing } from '@/lib/errors'
import type { Category } from './category'

export const categoryColumns = {
  id: categories.id,
  name: categories.name,
  slug: categories.slug,
  description: categories.description,
  active: categories.active,
  displayOrder: categories.displayOrder,
}

/** All categories in the order in which customers see them. */
export const allCategories = (): Promise<Category[]> =>
  db.select(categoryColumns).from(categories).orderBy(asc(categories.displayOrder), asc(categories.name))

/** Throws Missing. */
export async function categoryBySlug(slug: string): Promise<Category> {
  const [category] = await db.select(categoryColumns).from(categories).where(eq(categories.slug, slug))
  if (!category) throw new Missing('Category not found')
  return category
}

/** Throws Missing. */
export async function categoryById(id: number): Promise<Category> {
  const [category] = await db.select(categoryColumns).from(categories).where(eq(categories.id, id))
  if (!category) throw new Missing('Category not found')
  return category
}
