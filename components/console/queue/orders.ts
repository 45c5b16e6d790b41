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
  { sort: 'status', dir: 'asc', words: 'By status, open first' },
  { sort: 'subject', dir: 'asc', words: 'By subject, A to Z' },
  { sort: 'customer', dir: 'asc', words: 'By customer, A to Z' },
  { sort: 'assignee', dir: 'asc', words: 'By assignee, A to Z' },
  { sort: 'team', dir: 'asc', words: 'By team, A to Z' },
  { sort: 'category', dir: 'asc', words: 'By category, A to Z' },
]

const turned: Record<QueueSort, string> = {
  updated: 'Longest untouched first',
  waiting: 'Shortest wait first',
  due: 'Furthest deadline first',
  created: 'Oldest first',
  priority: 'Lowest priority first',
  status: 'By status, closed first',
  subject: 'By subject, Z to A',
  customer: 'By customer, Z to A',
  assignee: 'By assignee, unassigned first',
  team: 'By team, those without one first',
  category: 'By category, those without one first',
}

export const isOrder = (order: Order, other: Order) => order.sort === other.sort && order.dir === other.dir

export const orderWords = (order: Order) =>
  orders.find((named) => isOrder(named, order))?.words ?? turned[order.sort]
