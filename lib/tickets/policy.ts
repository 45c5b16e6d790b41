import { dayLength } from '@/lib/day-length'
import type { Settings } from '@/lib/settings/settings'
import type { Status } from './ticket'

/** From and to which status an agent may move a ticket. Closed is final but for reopening. */
export const mayMove = (from: Status, to: Status) => {
  if (from === to) return false
  if (from === 'closed') return to === 'open'
  if (from === 'resolved') return to === 'open' || to === 'closed'
  return true
}

/** Assignee, priority and category stay as they were once a ticket is closed. */
export const mayEdit = (ticket: { readonly status: Status }) => ticket.status !== 'closed'

/** A customer closes what is not closed. */
export const mayClose = (ticket: { readonly status: Status }) => ticket.status !== 'closed'

/**
 * A customer takes back a resolution, or their own closing, for some days. What we have closed is final for them: a
 * reply to it opens a ticket that follows it.
 */
export const mayReopen = (
  ticket: { readonly status: Status; readonly resolvedAt: Date | null; readonly closedByYou: boolean },
  settings: Pick<Settings, 'reopenGraceDays'>,
  now: Date,
) =>
  (ticket.status === 'resolved' || (ticket.status === 'closed' && ticket.closedByYou)) &&
  ticket.resolvedAt !== null &&
  now.getTime() <= ticket.resolvedAt.getTime() + settings.reopenGraceDays * dayLength
