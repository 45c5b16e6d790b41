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

export interface QueueView {
  readonly id: QueueViewId
  readonly label: string
  /** What it asks of a ticket. */
  readonly asks: Partial<Omit<QueueFilter, 'sort' | 'dir' | 'after' | 'before' | 'q'>>
  /** Where the order of every other queue would hide what matters here. */
  readonly order?: { readonly sort: QueueSort; readonly dir: 'asc' | 'desc' }
}

const longestWait = { sort: 'waiting', dir: 'asc' } as const
const nextDeadline = { sort: 'due', dir: 'asc' } as const

/** The queues that every workspace has, in the order of the sidebar. */
export const queueViews: readonly QueueView[] = [
  { id: 'mine', label: 'Mine', asks: { assignee: 'me' } },
  { id: 'unassigned', label: 'Unassigned', asks: { assignee: 'none' } },
  { id: 'first-reply', label: 'Needs first reply', asks: { needs: 'first_reply' }, order: longestWait },
  { id: 'waiting', label: 'Waiting on us', asks: { needs: 'us' }, order: longestWait },
  { id: 'at-risk', label: 'At risk', asks: { sla: 'at_risk' }, order: nextDeadline },
  { id: 'breached', label: 'Breached', asks: { sla: 'breached' }, order: nextDeadline },
  { id: 'open', label: 'All open', asks: {} },
  { id: 'resolved', label: 'Recently resolved', asks: { status: ['resolved'] } },
]

/** The view that asks exactly what this filter asks; its order and page may differ. */
export const viewOf = (filter: QueueFilter): QueueView | undefined =>
  queueViews.find(({ asks }) => wish(asks) === wish(filter))

/** All that a filter asks, as one text. */
const wish = (filter: Partial<QueueFilter>) => {
  const { status, priority, category, assignee, team, tag, organization, sla, needs, q } = filter
  return JSON.stringify([
    ...[status, priority, category, team, tag, organization].map((list = []) => list),
    ...[assignee, sla, needs, q?.trim()].map((word) => word || ''),
  ])
}
