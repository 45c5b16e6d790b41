import { eq, sql } from 'drizzle-orm'
import { moment, ratings, tickets } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { refuseIfOften } from '@/lib/events/refuse-if-often'
import { notify } from '@/lib/notifications/notify'
import { currentSettings } from '@/lib/settings/find'
import { moved } from '@/lib/tickets/change'
import { inTransaction } from '@/lib/transaction'
import type { Customer } from '@/lib/viewer'

export interface Rating {
  /** 1 (very unhappy) to 5 (very happy). */
  readonly score: number
  readonly comment: string
}

/**
 * The requester rates how a resolved ticket went; within some days they may change it. The credit goes to whoever had
 * the ticket when it was resolved, who is told of it where there is something to learn: a comment, or a low score. Answers whether it says anything new. Throws Missing, Refused, and TooMany after ten times
 * within an hour.
 */
export const rate = (customer: Customer, ticket: { readonly id: number }, { score, comment }: Rating) =>
  inTransaction(async (tx) => {
    const { ratingChangeDays } = await currentSettings(tx)
    const [current] = await tx
      .select({
        requesterId: tickets.requesterId,
        resolvedAt: tickets.resolvedAt,
        solverId: tickets.solverId,
        mergedIntoId: tickets.mergedIntoId,
        spamAt: tickets.spamAt,
      })
      .from(tickets)
      .where(eq(tickets.id, ticket.id))
      .for('no key update')
    if (current?.requesterId !== customer.id) throw new Missing()
    if (current.mergedIntoId) throw new Refused('This request was joined with another one')
    if (!current.resolvedAt) throw new Refused('You can rate this request once it is solved')
    const [earlier] = await tx
      .select({
        score: ratings.score,
        comment: ratings.comment,
        late: sql<boolean>`rated_at + ${ratingChangeDays} * interval '1 day' < moment()`,
      })
      .from(ratings)
      .where(eq(ratings.ticketId, ticket.id))
    if (earlier?.late) throw new Refused('This rating can no longer be changed')
    if (earlier?.score === score && earlier.comment === comment) return false
    await refuseIfOften(tx, customer, {
      kinds: ['rating.given', 'rating.changed'],
      ticket,
      done: 'rated this request',
      again: 'rate it again',
    })
    await tx
      .insert(ratings)
      .values({ ticketId: ticket.id, score, comment, agentId: current.solverId })
      .onConflictDoUpdate({
        target: ratings.ticketId,
        set: { score, comment, agentId: current.solverId, changedAt: moment },
      })
    const event = await record(tx, customer, earlier ? 'rating.changed' : 'rating.given', {
      ticket,
      audience: 'everyone',
      change: { score: [earlier?.score ?? null, score] },
    })
    if (current.solverId && !current.spamAt && (score <= low || comment !== ''))
      await notify(tx, { people: [current.solverId] }, event)
    await tx.update(tickets).set(moved('everyone')).where(eq(tickets.id, ticket.id))
    return true
  })

/** Of five. */
const low = 2
