import { dayLength } from '@/lib/day-length'
import type { Settings } from '@/lib/settings/settings'
import { mayReopen } from '@/lib/tickets/policy'
import type { OwnTicket } from './find'

type Over = Pick<OwnTicket, 'status' | 'resolvedAt' | 'closedByYou'>

/** What a reply does to a request: it goes on, is taken up again, or is followed by a new one. */
export type ReplyOutcome = 'continues' | 'reopens' | 'follows'

export function replyOutcome(
  ticket: Over,
  settings: Pick<Settings, 'reopenGraceDays'>,
  now: Date,
): ReplyOutcome {
  if (ticket.status !== 'resolved' && ticket.status !== 'closed') return 'continues'
  return mayReopen(ticket, settings, now) ? 'reopens' : 'follows'
}

/** A rating can be changed for some days from when it was first given. */
export const mayChangeRating = (
  { ratedAt }: Pick<OwnTicket, 'ratedAt'>,
  { ratingChangeDays }: Pick<Settings, 'ratingChangeDays'>,
  now: Date,
) => ratedAt !== null && now.getTime() <= ratedAt.getTime() + ratingChangeDays * dayLength
