import { z } from 'zod'
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
export const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')

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
  displayOrder: z.coerce.number('Order is a number').int('Order is a whole number').min(0).max(9999),
}
