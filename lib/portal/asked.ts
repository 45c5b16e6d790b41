import { z } from 'zod'
import { searchable } from '@/lib/text'

const words = searchable()

/** Far more than anybody has, and little enough for the database to count to. */
const lastPage = 1_000

/** What the address of "my requests" asks for, read kindly: whatever makes no sense is left out. */
export function asked(query: Readonly<Record<string, string | readonly string[] | undefined>>) {
  const page = z.coerce.number().int().min(1).max(lastPage).safeParse(first(query.page))
  return { q: words.parse(first(query.q) ?? ''), page: page.success ? page.data : 1 }
}

/** The address that asks for it. */
export function askedPath({ q, page }: { readonly q: string; readonly page: number }) {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/tickets?${query}` : '/tickets'
}

const first = (value: string | readonly string[] | undefined) =>
  typeof value === 'object' ? value[0] : value
