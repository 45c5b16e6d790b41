import { and, eq } from 'drizzle-orm'
import { waitingReplies } from '@/db/schema'
import { draftAgain } from '@/lib/drafts/draft-again'
import { Conflict } from '@/lib/errors'
import { lock } from '@/lib/tickets/lock'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'

/**
 * The writer of a reply takes it back before it is sent: its text and the chosen status are their draft again. Of this
 * and the worker, at the same moment, one gets it. Throws Conflict when it was the worker.
 */
export const withdraw = (agent: Agent, ticket: { readonly id: number }, uid: string) =>
  inTransaction(async (tx) => {
    const current = await lock(tx, ticket)
    const [reply] = await tx
      .delete(waitingReplies)
      .where(
        and(
          eq(waitingReplies.ticketId, current.id),
          eq(waitingReplies.authorId, agent.id),
          eq(waitingReplies.uid, uid),
        ),
      )
      .returning({
        body: waitingReplies.body,
        becomes: waitingReplies.becomes,
        actions: waitingReplies.actions,
        submission: waitingReplies.submission,
      })
    if (!reply) throw new Conflict('It is too late: this reply has been sent, or held back')
    await draftAgain(tx, { personId: agent.id, ticketId: current.id, ...reply })
  })
