import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { allOpen, askedKeys, type QueueView, viewOf } from '@/lib/tickets/views'

export const queuePath = '/console/tickets'
export const newTicketPath = '/console/tickets/new'

/** An address as short as people write it: `?status=open,pending`. What is null is left out. */
function write(words: Readonly<Record<string, string | readonly string[] | null>>) {
  const entries = Object.entries(words).flatMap(([name, word]) =>
    word === null ? [] : [[name, String(word)]],
  )
  const query = String(new URLSearchParams(entries)).replace(/%(2C|3A|40)/g, decodeURIComponent)
  return query ? `${queuePath}?${query}` : queuePath
}

/** The address of a queue. What is not asked, the usual order, and what its view asks as well are left out. */
export function queueHref({ view, ...filter }: Partial<QueueFilter>) {
  const words = Object.fromEntries(askedKeys.map((key) => [key, said(filter[key], view?.filter[key])]))
  return write({
    view: view?.uid ?? null,
    ...words,
    ...orderSaid(filter, view),
    columns: (filter.columns !== view?.filter.columns && filter.columns) || null,
    after: filter.after ?? null,
    before: filter.before ?? null,
  })
}

/** How an address says what is asked where a view asks `begun`: null where it need not be said. */
function said<Value extends string | readonly string[]>(value: Value | undefined, begun?: Value) {
  if (String(value ?? '') === String(begun ?? '')) return null
  return value ?? ''
}

/** What a queue is called: as the view that is open, or that asks the same. */
export const queueTitle = (filter: QueueFilter) => filter.view?.name ?? viewOf(filter)?.label ?? 'Tickets'

/** The addresses of the pages beside one, by the cursors at which they begin. */
export const pagesBeside = (
  filter: QueueFilter,
  { next, previous }: { readonly next: string | null; readonly previous: string | null },
) => ({
  next: next && queueHref({ ...filter, after: next, before: undefined }),
  previous: previous && queueHref({ ...filter, after: undefined, before: previous }),
})

/** What a queue asks for, as a query: the same on all of its pages and in every order. */
export const queueSearch = (filter: QueueFilter) => {
  const { sort: _, dir: __, after: ___, before: ____, ...asked } = filter
  return queueHref(asked).slice(queuePath.length + 1)
}

/** All tickets of a queue as a table, for supervisors. */
export const queueCsv = (filter: QueueFilter) => `/api/console/queue/export?${queueSearch(filter)}`

type Order = Pick<QueueFilter, 'sort' | 'dir'>

/** How an address says the order: not at all where it is the usual one, or that of its view. */
function orderSaid({ sort = 'updated', dir = 'desc' }: Partial<Order>, view?: { readonly filter: Order }) {
  const usual = view?.filter ?? { sort: 'updated', dir: 'desc' }
  if (sort === usual.sort && dir === usual.dir) return { sort: null, dir: null }
  return { sort, dir: dir === 'desc' ? null : dir }
}

/** The address of a saved view, as it was saved. */
export const savedViewHref = (uid: string) => write({ view: uid })

/** The words of an address that opens the same queue, without the page and without the view it may be in. */
export const addressWords = (filter: QueueFilter, columns: string): Readonly<Record<string, string>> => {
  const { view: _, after: __, before: ___, ...kept } = filter
  const address = queueHref({ ...kept, columns })
  return Object.fromEntries(new URLSearchParams(address.slice(queuePath.length)))
}

export const viewHref = ({ asks, order }: QueueView) => queueHref({ ...asks, ...order })

export const allOpenHref = viewHref(allOpen)
