import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { QueueSort } from '@/lib/tickets/queue-sorts'

type Order = Pick<QueueFilter, 'sort' | 'dir'>

export interface NamedOrder extends Order {
  readonly words: string
}

/** The orders to choose from; each heading of the table turns its own around. */
export const orders: readonly NamedOrder[] = [
  { sort: 'updated', dir: 'desc', words: 'Recently updated first' },
  { sort: 'waiting', dir: 'asc', words: 'Longest wait first' },
  { sort: 'due', dir: 'asc', words: 'Next deadline first' },
  { sort: 'created', dir: 'desc', words: 'Newest first' },
  { sort: 'priority', dir: 'desc', words: 'Highest priority first' },
]

const turned: Record<QueueSort, string> = {
  updated: 'Longest untouched first',
  waiting: 'Shortest wait first',
  due: 'Furthest deadline first',
  created: 'Oldest first',
  priority: 'Lowest priority first',
}

export const isOrder = (order: Order, other: Order) => order.sort === other.sort && order.dir === other.dir

export const orderWords = (order: Order) =>
  orders.find((named) => isOrder(named, order))?.words ?? turned[order.sort]
