import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { moment, people, tickets, waitingReplies } from '@/db/schema'
import { Conflict, Refused } from '@/lib/errors'
import { log } from '@/lib/log'
import { stillAgent } from '@/lib/people/still-agent'
import { signed } from '@/lib/preferences/signed'
import { lock } from '@/lib/tickets/lock'
import { mayMove } from '@/lib/tickets/policy'
import { inTransaction, type Tx } from '@/lib/transaction'
import { carryOut } from './carry-out'
import { holdBack } from './hold-back'

/** Sends every reply whose time has come. One ticket that cannot be done does not stop the others. */
export async function deliverDue() {
  const waiting = await db
    .selectDistinct({ ticketId: waitingReplies.ticketId })
    .from(waitingReplies)
    .where(lte(waitingReplies.sendAt, moment))
    .limit(atOnce)
  for (const { ticketId } of waiting)
    await deliver(ticketId).catch((err) => log.error({ err, ticketId }, 'A reply could not be sent'))
}

const atOnce = 100

/**
 * Sends what waits on a ticket and whose time has come, in the order in which it was written. The row goes with the
 * message that it becomes, under the ticket's lock: however many workers, however often they die, it is sent once.
 */
export const deliver = (ticketId: number) =>
  inTransaction(async (tx) => {
    await lock(tx, { id: ticketId })
    const refused = []
    for (const reply of await due(tx, ticketId)) {
      try {
        await tx.transaction((part) => deliverOne(part, reply))
      } catch (error) {
        if (!(error instanceof Refused || error instanceof Conflict)) throw error
        refused.push({ reply, because: error.message })
      }
    }
    // The last first: each is put before what came after it.
    for (const { reply, because } of refused.reverse()) await holdBack(tx, { id: ticketId }, reply, because)
  })

type Due = Awaited<ReturnType<typeof due>>[number]

const due = (tx: Tx, ticketId: number) =>
  tx
    .select({
      id: waitingReplies.id,
      uid: waitingReplies.uid,
      ticketId: waitingReplies.ticketId,
      authorId: waitingReplies.authorId,
      author: people.name,
      channel: waitingReplies.channel,
      body: waitingReplies.body,
      becomes: waitingReplies.becomes,
      actions: waitingReplies.actions,
      submission: waitingReplies.submission,
    })
    .from(waitingReplies)
    .innerJoin(people, eq(people.id, waitingReplies.authorId))
    .where(and(eq(waitingReplies.ticketId, ticketId), lte(waitingReplies.sendAt, moment)))
    .orderBy(asc(waitingReplies.id))

async function deliverOne(tx: Tx, reply: Due) {
  const [author, current] = [await stillAgent(tx, reply.authorId), await lock(tx, { id: reply.ticketId })]
  // Whoever has left meanwhile says nothing more in our name.
  if (!author) throw new Refused('its author is no agent any more')
  const [waited] = await tx
    .delete(waitingReplies)
    .where(eq(waitingReplies.id, reply.id))
    .returning({ statusBefore: waitingReplies.statusBefore })
  const { uid, channel, submission, becomes, actions } = reply
  const body = await signed(tx, author, reply.body)
  // Somebody who has moved the ticket since has decided later.
  const stands = current.status === waited?.statusBefore
  const moves = becomes !== 'keep' && stands && mayMove(current.status, becomes)
  await carryOut(
    tx,
    author,
    current,
    { uid, body, channel, submission },
    {
      becomes: moves ? becomes : 'keep',
      actions: actions.filter((action) => stands || action.do !== 'status'),
    },
  )
  // What was written after this reply, and still waits, was decided later than its status.
  if (stands)
    await tx
      .update(waitingReplies)
      .set({
        statusBefore: sql`(select ${tickets.status} from ${tickets} where ${tickets.id} = ${current.id})`,
      })
      .where(
        and(
          eq(waitingReplies.ticketId, current.id),
          gt(waitingReplies.id, reply.id),
          eq(waitingReplies.statusBefore, current.status),
        ),
      )
}
