import { z } from 'zod'
import { Refused } from '@/lib/errors'
import { line, optional, prose } from '@/lib/text'

export interface Category {
  readonly id: number
  readonly name: string
  readonly slug: string
  readonly description: string
  readonly active: boolean
  readonly displayOrder: number
}

/** The slug that a name gives where none is chosen: ASCII words with dashes, at most 60 characters. */
const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')

/** What addresses say in place of a slug: where a category is added, and of tickets that have none. */
const taken = ['new', 'none']

/** The slug that was chosen, else the one of the name. Throws Refused (`slug`) where neither will do. */
export function chosenSlug({ slug, name }: { readonly slug?: string | undefined; readonly name: string }) {
  const chosen = slug ?? slugOf(name)
  if (chosen === '') throw new Refused('Choose a slug: none can be made from this name', 'slug')
  if (taken.includes(chosen))
    throw new Refused(`Choose another slug: “${chosen}” has a meaning of its own`, 'slug')
  return chosen
}

/** What somebody had before their eyes who changes a category, to find out whether it is still so. */
export const seen = ({ name, slug, description, active, displayOrder }: Omit<Category, 'id'>) =>
  JSON.stringify([name, slug, description, active, displayOrder])

export const categoryFields = {
  name: line('Name', 100),
  slug: optional(
    z
      .string()
      .trim()
      .max(60, 'Slug is longer than 60 characters')
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Slug may hold small letters, digits and single dashes only'),
  ),
  description: optional(prose('Description', 500)),
  displayOrder: z.coerce
    .number('Order is a number')
    .int('Order is a whole number')
    .min(0, 'Order is at least 0')
    .max(9999, 'Order is at most 9999'),
}
