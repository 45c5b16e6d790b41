import { and, eq, isNull, sql } from 'drizzle-orm'
import { merges, messages, moment, tickets } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { keepPromises } from '@/lib/sla/keep'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { lockBoth, wroteOn } from './merge'

/**
 * Takes a merge back: the ticket is as it was, with its own messages and promises; what was written since stays on the other
 * one. Throws Refused where it was not merged, where the other one was merged further, and where all that its customer could read
 * was split off since.
 */
export const unmerge = (agent: Agent, ticket: { readonly id: number }) =>
  inTransaction(async (tx) => {
    const merge = await presentMerge(tx, ticket.id)
    const [from, target] = await lockBoth(tx, ticket, { id: merge.intoId })
    if (target.mergedIntoId)
      throw new Refused(`${target.refid} was merged further. Undo that merge first, then this one.`)
    const [undone] = await tx
      .update(merges)
      .set({ undoneAt: moment, undoneById: agent.id })
      .where(and(eq(merges.id, merge.id), isNull(merges.undoneAt)))
      .returning({ id: merges.id })
    if (!undone) throw new Refused('This merge was undone already')
    await tx.execute(sql`
      update messages set ticket_id = ${from.id}, origin_id = nullif(coalesce(origin_id, ticket_id), ${from.id})
      where ticket_id = ${target.id}
        and id in (select message_id from merged_messages where merge_id = ${merge.id})`)
    await refuseIfNothingIsLeft(tx, from)
    await tx
      .update(tickets)
      .set({
        status: merge.status,
        mergedIntoId: null,
        resolvedAt: sql`(select resolved_at from merges where id = ${merge.id})`,
        closedAt: null,
        closedById: null,
      })
      .where(eq(tickets.id, from.id))
    const back = await record(tx, agent, 'ticket.unmerged', {
      ticket: from,
      audience: 'everyone',
      change: { into: [target.refid, null], status: ['closed', merge.status] },
    })
    const left = await record(tx, agent, 'ticket.unmerged', {
      ticket: target,
      audience: 'everyone',
      change: { from: [from.refid, null] },
    })
    await wroteOn(tx, from)
    await wroteOn(tx, target)
    await keepPromises(tx, from, { kind: 'taken_up', since: merge.at }, { actor: agent, event: back })
    await keepPromises(tx, target, { kind: 'regrouped' }, { actor: agent, event: left })
    return { refid: target.refid }
  })

async function refuseIfNothingIsLeft(tx: Tx, { id, refid }: { readonly id: number; readonly refid: string }) {
  const left = await tx.$count(messages, and(eq(messages.ticketId, id), eq(messages.audience, 'everyone')))
  if (left === 0) throw new Refused(`What was written on ${refid} has become a ticket of its own since`)
}

async function presentMerge(tx: Tx, fromId: number) {
  const [merge] = await tx
    .select({
      id: merges.id,
      intoId: merges.intoId,
      at: merges.at,
      status: merges.status,
    })
    .from(merges)
    .where(and(eq(merges.fromId, fromId), isNull(merges.undoneAt)))
  if (!merge) throw new Refused('This ticket was not merged into another one')
  return merge
}
