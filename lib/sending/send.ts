import { and, eq, sql } from 'drizzle-orm'
import { waitingReplies } from '@/db/schema'
import type { MacroAction } from '@/lib/canned/action'
import { refuseIfImpossible } from '@/lib/canned/apply'
import { blanks, blankWords } from '@/lib/canned/placeholder'
import { discardDraft } from '@/lib/drafts/discard'
import { Refused } from '@/lib/errors'
import { alreadySent, refuseIfDifferent } from '@/lib/messages/insert-message'
import type { AfterReply, Written } from '@/lib/messages/message'
import { preferencesOf } from '@/lib/preferences/find'
import { signed } from '@/lib/preferences/signed'
import { lock } from '@/lib/tickets/lock'
import { refuseIfClosed } from '@/lib/tickets/refuse-if-closed'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { carryOut } from './carry-out'
import { refuseIfOvertaken } from './guard'
import type { Sight } from './overtaken'

export interface Reply extends Written {
  readonly submission: string
  /** The status to leave behind. */
  readonly becomes: AfterReply
  /** What a macro does with the ticket beside it. A status among it is the one to leave behind. */
  readonly actions?: readonly MacroAction[]
  readonly sight: Sight
}

/** A reply that can still be taken back. */
export interface Waiting {
  readonly uid: string
  readonly sendAt: Date
}

/**
 * An agent sends a reply from a page. For the seconds that they prefer it waits and can be taken back; then the worker
 * makes it a message. Throws OvertakenReply where somebody else spoke since the page was drawn, Conflict where the same
 * submission said something else, and Refused on a closed ticket, with a blank left (`body`), and with an action that cannot
 * be done (`actions`).
 *
 * @returns its name and the moment at which it goes; null: it has gone
 */
export const send = (agent: Agent, ticket: { readonly id: number }, reply: Reply): Promise<Waiting | null> =>
  inTransaction(async (tx) => {
    const { actions = [] } = reply
    const current = await lock(tx, ticket)
    const said = { ...reply, body: await signed(tx, agent, reply.body) }
    if (await alreadySent(tx, agent, said, 'everyone')) return null
    const earlier = await waitsAlready(tx, agent, reply)
    if (earlier) return earlier
    refuseIfClosed(current)
    refuseIfUnfilled(reply)
    await refuseIfOvertaken(tx, agent, current, reply.sight)
    const becomes = actions.some((action) => action.do === 'status') ? 'keep' : reply.becomes
    const { undoSeconds } = await preferencesOf(agent, tx)
    if (undoSeconds === 0) {
      await carryOut(tx, agent, current, said, { becomes, actions })
      return null
    }
    await refuseIfImpossible(tx, agent, current, actions)
    await discardDraft(tx, agent, current, 'reply', reply)
    const [row] = await tx
      .insert(waitingReplies)
      .values({
        ticketId: current.id,
        authorId: agent.id,
        channel: reply.channel,
        body: reply.body,
        becomes,
        actions,
        statusBefore: current.status,
        submission: reply.submission,
        sendAt: sql`moment() + make_interval(secs => ${undoSeconds})`,
      })
      .returning(waiting)
    if (!row) throw new Error('The reply was not stored')
    return row
  })

function refuseIfUnfilled({ body }: Reply) {
  const open = blanks(body)
  if (open.length > 0)
    throw new Refused(
      `Fill in ${blankWords(open)} first. A backslash before the braces makes them plain text.`,
      'body',
    )
}

async function waitsAlready(tx: Tx, agent: Agent, { submission, body }: Reply) {
  const [row] = await tx
    .select({ ...waiting, body: waitingReplies.body })
    .from(waitingReplies)
    .where(and(eq(waitingReplies.authorId, agent.id), eq(waitingReplies.submission, submission)))
  if (row) refuseIfDifferent(row.body, body)
  return row && { uid: row.uid, sendAt: row.sendAt }
}

const waiting = { uid: waitingReplies.uid, sendAt: waitingReplies.sendAt }
