import { createSerializer, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { queueSorts, slaStates } from '@/lib/tickets/queue-sorts'
import { channels, priorities, statuses } from '@/lib/tickets/ticket'
import { askedKeys, type QueueView } from '@/lib/tickets/views'

export const queuePath = '/console/tickets'
export const newTicketPath = '/console/tickets/new'

/** The queue's address, as the browser writes it. What the server makes of it is decided in lib/tickets/queue-filter. */
export const queueParsers = {
  /** A saved view; the rest is then what the address asks otherwise, and an empty word takes back what the view asks. */
  view: parseAsString,
  status: parseAsArrayOf(parseAsStringLiteral(statuses)),
  priority: parseAsArrayOf(parseAsStringLiteral(priorities)),
  channel: parseAsArrayOf(parseAsStringLiteral(channels)),
  category: parseAsArrayOf(parseAsString),
  assignee: parseAsString,
  team: parseAsArrayOf(parseAsString),
  tag: parseAsArrayOf(parseAsString),
  organization: parseAsArrayOf(parseAsString),
  needs: parseAsStringLiteral(['first_reply', 'us', ''] as const),
  sla: parseAsStringLiteral([...slaStates, ''] as const),
  spam: parseAsStringLiteral(['only', ''] as const),
  behind: parseAsString,
  q: parseAsString,
  sort: parseAsStringLiteral(queueSorts),
  dir: parseAsStringLiteral(['asc', 'desc'] as const),
  columns: parseAsString,
  after: parseAsString,
  before: parseAsString,
}

const write = createSerializer(queueParsers)

/** The address of a queue. What is not asked, the usual order, and what its view asks as well are left out. */
export function queueHref({ view, ...filter }: Partial<QueueFilter>) {
  const words = Object.fromEntries(askedKeys.map((key) => [key, said(filter[key], view?.filter[key])]))
  return write(queuePath, {
    view: view?.uid ?? null,
    ...words,
    ...orderSaid(filter, view),
    columns: (filter.columns !== view?.filter.columns && filter.columns) || null,
    after: filter.after ?? null,
    before: filter.before ?? null,
  })
}

/** How an address says what is asked where a view asks `begun`: null where it need not be said. */
export function said<Value extends string | readonly string[]>(value: Value | undefined, begun?: Value) {
  if (String(value ?? '') === String(begun ?? '')) return null
  return typeof (value ?? begun) === 'string' ? (value ?? '') : [...(value ?? [])]
}
/** What a queue asks for, as a query: the same on all of its pages and in every order. */
export const queueSearch = (filter: QueueFilter) => {
  const { sort: _, dir: __, after: ___, before: ____, ...asked } = filter
  return queueHref(asked).slice(queuePath.length + 1)
}

/** All tickets of a queue as a table, for supervisors. */
export const queueCsv = (filter: QueueFilter) => `/api/console/queue/export?${queueSearch(filter)}`

type Order = Pick<QueueFilter, 'sort' | 'dir'>

/** The same of the order. */
export function orderSaid(
  { sort = 'updated', dir = 'desc' }: Partial<Order>,
  view?: { readonly filter: Order },
) {
  const usual = view?.filter ?? { sort: 'updated', dir: 'desc' }
  if (sort === usual.sort && dir === usual.dir) return { sort: null, dir: null }
  return { sort, dir: dir === 'desc' ? null : dir }
}

/** The address of a saved view, as it was saved. */
export const savedViewHref = (uid: string) => write(queuePath, { view: uid })

/** The words of an address that opens the same queue, without the page and without the view it may be in. */
export const addressWords = (filter: QueueFilter, columns: string): Readonly<Record<string, string>> => {
  const { view: _, after: __, before: ___, ...kept } = filter
  const address = queueHref({ ...kept, columns })
  return Object.fromEntries(new URLSearchParams(address.slice(queuePath.length)))
}

export const viewHref = ({ asks, order }: QueueView) => queueHref({ ...asks, ...order })
