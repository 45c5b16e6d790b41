import type { QueueFilter } from './queue-filter'
import type { QueueSort } from './queue-sorts'

export type QueueViewId =
  | 'mine'
  | 'unassigned'
  | 'first-reply'
  | 'waiting'
  | 'at-risk'
  | 'breached'
  | 'open'
  | 'resolved'
  | 'spam'

/** What a queue asks of a ticket. */
export type Asked = Pick<QueueFilter, (typeof askedKeys)[number]>

export interface QueueView {
  readonly id: QueueViewId
  readonly label: string
  /** What it asks of a ticket. */
  readonly asks: Partial<Omit<Asked, 'q'>>
  /** What comes first: who waits longest, or the next deadline; left out: what was changed last. */
  readonly order?: { readonly sort: QueueSort; readonly dir: 'asc' | 'desc' }
}

const longestWait = { sort: 'waiting', dir: 'asc' } as const
const nextDeadline = { sort: 'due', dir: 'asc' } as const

/** Where whoever comes from nowhere goes. */
export const allOpen: QueueView = { id: 'open', label: 'All open', asks: {}, order: longestWait }

/** The queues that every workspace has, in the order of the sidebar. */
export const queueViews: readonly QueueView[] = [
  { id: 'mine', label: 'Mine', asks: { assignee: 'me' }, order: longestWait },
  { id: 'unassigned', label: 'Unassigned', asks: { assignee: 'none' }, order: longestWait },
  { id: 'first-reply', label: 'Needs first reply', asks: { needs: 'first_reply' }, order: longestWait },
  { id: 'waiting', label: 'Waiting on us', asks: { needs: 'us' }, order: longestWait },
  { id: 'at-risk', label: 'Breaching soon', asks: { sla: 'at_risk' }, order: nextDeadline },
  { id: 'breached', label: 'Breached', asks: { sla: 'breached' }, order: nextDeadline },
  allOpen,
  { id: 'resolved', label: 'Recently resolved', asks: { status: ['resolved'] } },
  { id: 'spam', label: 'Spam', asks: { spam: 'only' } },
]

/** The view that asks exactly what this filter asks; its order and page may differ. */
export const viewOf = (filter: QueueFilter): QueueView | undefined =>
  filter.view ? undefined : queueViews.find(({ asks }) => asksTheSame(asks, filter))

/** Whether two filters ask the same of a ticket; their order and page may differ. */
export const asksTheSame = (one: Partial<QueueFilter>, other: Partial<QueueFilter>) =>
  wish(one) === wish(other)

/** What a filter can ask of a ticket; the rest of it is the order, the page and the look. */
export const askedKeys = [
  'status',
  'priority',
  'channel',
  'category',
  'assignee',
  'team',
  'tag',
  'organization',
  'needs',
  'sla',
  'spam',
  'behind',
  'q',
] as const satisfies readonly (keyof QueueFilter)[]

/** All that a filter asks, as one text. */
const wish = (filter: Partial<QueueFilter>) =>
  JSON.stringify(askedKeys.map((key) => String(filter[key] ?? '').trim()))
