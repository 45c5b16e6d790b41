import { searchPath } from '../queue/search-place'

/** What an address of the search asks. */
export interface Asked {
  readonly q: string
  readonly page: number
  /** Back to the first ticket, however long it takes. */
  readonly everything: boolean
}

export function searchAddress({ q, page = 1, everything = false }: Partial<Asked>) {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (everything) query.set('all', '1')
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `${searchPath}?${query}` : searchPath
}

/** On a way to the search. */
export const searchWords = (q: string) => `Search everything for “${q}”`

const lastPage = 200

/** Reads an address kindly: what makes no sense is left out. */
export function readSearchAddress(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): Asked {
  const first = (name: string) => {
    const value = Object.hasOwn(query, name) ? query[name] : undefined
    return (typeof value === 'object' ? value[0] : value) ?? ''
  }
  const page = Number(first('page'))
  return {
    q: first('q').trim(),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, lastPage) : 1,
    everything: first('all') === '1',
  }
}
