import { z } from 'zod'
import { searchable } from './text'
import { isUid } from './uid'

/** Where a page begins: behind the row of this name, or before it. */
export interface Place {
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** One page of a list, and the names at which its neighbours begin; null: there is none. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
  readonly previous: string | null
}

/** What the address of a list asks for. */
export interface Asked extends Place {
  readonly q?: string | undefined
}

const asked = z.object({
  q: searchable().optional().catch(undefined),
  after: searchable(300).optional().catch(undefined),
  before: searchable(300).optional().catch(undefined),
})

/** Nothing in an address is an error: what does not fit is ignored. */
export const readAsked = (params: Readonly<Record<string, string | readonly string[] | undefined>>): Asked =>
  asked.parse(
    Object.fromEntries(
      Object.keys(asked.shape).map((name) => {
        const value = Object.hasOwn(params, name) ? params[name] : undefined
        return [name, (typeof value === 'object' ? value[0] : value) || undefined]
      }),
    ),
  )

/** A place of a list whose rows have uids, without what cannot be one. */
export function placeByUid({ after, before }: Place): Place {
  if (after && isUid(after)) return { after }
  return before && isUid(before) ? { before } : {}
}

/**
 * The page among rows that were read from its place on: one more than it holds where there are more, and backwards where
 * the place says `before`.
 */
export function pageOf<Row>(
  read: readonly Row[],
  size: number,
  { after, before }: Place,
  nameOf: (row: Row) => string,
): Page<Row> {
  const backwards = after === undefined && before !== undefined
  const more = read.length > size
  const rows = backwards ? read.slice(0, size).reverse() : read.slice(0, size)
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    rows,
    next: last && (backwards || more) ? nameOf(last) : null,
    previous: first && (backwards ? more : after !== undefined) ? nameOf(first) : null,
  }
}
