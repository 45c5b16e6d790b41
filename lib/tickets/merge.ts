import { eq, inArray, sql } from 'drizzle-orm'
import { mergedMessages, merges, moment, tickets } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { keepPromises } from '@/lib/sla/keep'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { firstAnswered } from './first-answered'
import { isLive } from './ticket'
import { waitingSince } from './waiting-since'

interface Named {
  readonly id: number
}

/**
 * Moves all that was written on a ticket into another one of the same customer; each message keeps where it was written.
 * The ticket is closed and counts nowhere, and its promises end; the other one answers for the oldest message of both.
 * `unmerge` takes it back. Throws Refused (`to`): itself, another customer's (who would read what is not theirs), what is
 * closed, spam or merged already.
 */
export const merge = (agent: Agent, ticket: Named, into: Named) =>
  inTransaction(async (tx) => {
    if (ticket.id === into.id) throw new Refused('A ticket cannot be merged into itself', 'to')
    const [from, target] = await lockBoth(tx, ticket, into)
    refuseUnfit(from, target)
    const change = { into: [null, target.refid], status: [from.status, 'closed'] } as const
    const went = await record(tx, agent, 'ticket.merged', { ticket: from, audience: 'everyone', change })
    const came = await record(tx, agent, 'ticket.merged', {
      ticket: target,
      audience: 'everyone',
      change: { from: [null, from.refid] },
    })
    await moveMessages(tx, agent, from, target, came)
    await tx
      .update(tickets)
      .set({
        status: 'closed',
        mergedIntoId: target.id,
        resolvedAt: sql`coalesce(${tickets.resolvedAt}, moment())`,
        closedAt: moment,
        closedById: agent.id,
      })
      .where(eq(tickets.id, from.id))
    await wroteOn(tx, from)
    await wroteOn(tx, target)
    await followOn(tx, from, target)
    await keepPromises(tx, from, { kind: 'set_aside' }, { actor: agent, event: went })
    await keepPromises(tx, target, { kind: 'regrouped' }, { actor: agent, event: came })
    return { refid: target.refid }
  })

type Locked = Awaited<ReturnType<typeof lockBoth>>[number]

/** In the order of their keys: two who merge the same two at once come one after the other. */
export async function lockBoth(tx: Tx, one: Named, other: Named) {
  const rows = await tx
    .select({
      id: tickets.id,
      refid: tickets.refid,
      status: tickets.status,
      requesterId: tickets.requesterId,
      spamAt: tickets.spamAt,
      mergedIntoId: tickets.mergedIntoId,
    })
    .from(tickets)
    .where(inArray(tickets.id, [one.id, other.id]))
    .orderBy(tickets.id)
    .for('no key update')
  const locked = ({ id }: Named) => {
    const row = rows.find((ticket) => ticket.id === id)
    if (!row) throw new Missing('Ticket not found')
    return row
  }
  return [locked(one), locked(other)] as const
}

function refuseUnfit(from: Locked, target: Locked) {
  for (const { refid, mergedIntoId, spamAt } of [from, target]) {
    if (mergedIntoId) throw new Refused(`${refid} was merged into another ticket already`, 'to')
    if (spamAt) throw new Refused(`${refid} is spam`, 'to')
  }
  if (from.requesterId !== target.requesterId)
    throw new Refused(
      `${target.refid} is another customer’s, who would read what is not theirs. Link the two instead.`,
      'to',
    )
  if (from.status === 'closed') throw new Refused(`${from.refid} is closed. Reopen it first.`, 'to')
  if (!isLive(target)) throw new Refused(`${target.refid} is ${target.status}. Reopen it first.`, 'to')
}

async function moveMessages(tx: Tx, agent: Agent, from: Locked, target: Locked, came: Named) {
  const [merged] = await tx
    .insert(merges)
    .values({
      fromId: from.id,
      intoId: target.id,
      byId: agent.id,
      eventId: came.id,
      status: from.status,
      resolvedAt: sql`(select resolved_at from tickets where id = ${from.id})`,
    })
    .returning({ id: merges.id })
  if (!merged) throw new Error('The merge was not kept')
  await tx.execute(sql`
    insert into ${mergedMessages} (message_id, merge_id)
    select id, ${merged.id} from messages where ticket_id = ${from.id}`)
  await tx.execute(sql`
    update messages set ticket_id = ${target.id}, origin_id = nullif(coalesce(origin_id, ticket_id), ${target.id})
    where ticket_id = ${from.id}`)
}

/** Whoever followed the one follows what goes on of it. */
const followOn = (tx: Tx, from: Named, target: Named) =>
  tx.execute(sql`
    insert into ticket_followers (ticket_id, person_id)
    select ${target.id}, person_id from ticket_followers where ticket_id = ${from.id}
    on conflict do nothing`)

/** Another message may be the oldest that waits now, and another answer the first. */
export const wroteOn = (tx: Tx, { id }: Named) =>
  tx.execute(sql`
    update tickets set updated_at = greatest(updated_at, moment()), public_updated_at = greatest(public_updated_at, moment()),
      (waiting_since, first_answered_at) = (select ${waitingSince}, ${firstAnswered} from tickets t where t.id = ${id})
    where id = ${id}`)
