import { createSerializer, parseAsString } from 'nuqs/server'

/** By which column the rows of a report stand, as its address has it: `?sort=replies&dir=asc`. */
export interface Order {
  readonly sort: string
  readonly dir: 'asc' | 'desc'
}

export type Sortable = string | number | null

type Params = Readonly<Record<string, string | readonly string[] | undefined>>

/** Nothing in an address is an error: a column that is not there means the usual order. */
export function readOrder({ sort, dir }: Params, columns: readonly string[], usual: Order): Order {
  const named = columns.find((name) => name === sort)
  return named === undefined ? usual : { sort: named, dir: dir === 'asc' ? 'asc' : 'desc' }
}

const write = createSerializer({ sort: parseAsString, dir: parseAsString })

/** The same report in another order. */
export const orderHref = (report: string, { sort, dir }: Order, usual: Order) =>
  write(
    report,
    sort === usual.sort && dir === usual.dir
      ? { sort: null, dir: null }
      : { sort, dir: dir === 'desc' ? null : dir },
  )

/** Rows of the same stay as they stood; those of which there is nothing are the last either way. */
export const inOrder = <Row>(rows: readonly Row[], by: (row: Row) => Sortable, dir: Order['dir']) =>
  rows.toSorted((one, other) => {
    const [first, second] = [by(one), by(other)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return dir === 'asc' ? compared(first, second) : compared(second, first)
  })

const compared = (one: string | number, other: string | number) =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'en')
