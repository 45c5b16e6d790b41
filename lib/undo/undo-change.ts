import { and, desc, eq, sql } from 'drizzle-orm'
import { categories, events, people, teams } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { refuseIfMerged } from '@/lib/tickets/refuse-if-merged'
import type { Ticket } from '@/lib/tickets/ticket'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import type { Was } from './form'
import { undoHours } from './policy'
import { putBack, tells } from './put-back'
import { type Before, standing } from './standing'

/**
 * Takes back the last change that an agent made of these fields of a ticket: they are again as they were. Throws Refused where
 * they changed none of them in the last hours, where somebody has changed one since, and for what can no longer be given.
 */
export const undoChange = (agent: Agent, { id }: Pick<Ticket, 'id'>, was: Was) =>
  inTransaction(async (tx) => {
    const ticket = await standing(tx, id)
    if (ticket.mergedIntoId) await refuseIfMerged(tx, ticket)
    const before = await keysOf(tx, was)
    await putBack(tx, agent, ticket, { before, eventId: await lastChangeOf(tx, agent, ticket, before) })
  })

/** By their keys, whom and what the ticket had. */
async function keysOf(tx: Tx, { status, priority, assignee, team, category }: Was): Promise<Before> {
  const [person, group, topic] = await Promise.all([
    assignee && found(tx.select({ id: people.id }).from(people).where(eq(people.email, assignee))),
    team && found(tx.select({ id: teams.id }).from(teams).where(eq(teams.uid, team))),
    category && found(tx.select({ id: categories.id }).from(categories).where(eq(categories.slug, category))),
  ])
  return {
    ...(status && { status }),
    ...(priority && { priority }),
    ...(assignee !== undefined && { assigneeId: person || null }),
    ...(team !== undefined && { teamId: group || null }),
    ...(category !== undefined && { categoryId: topic || null }),
  }
}

async function found(rows: PromiseLike<readonly { readonly id: number }[]>) {
  const [row] = await rows
  if (!row) throw new Refused('What it had is not there any more')
  return row.id
}

/** The last event of the transaction in which the agent changed one of the fields last: a team may have given it to somebody in it. */
async function lastChangeOf(tx: Tx, agent: Agent, { id }: Pick<Ticket, 'id'>, before: Before) {
  const [mine] = await tx
    .select({ id: events.id, tx: events.tx })
    .from(events)
    .where(
      and(
        eq(events.ticketId, id),
        eq(events.actorId, agent.id),
        tells(before),
        sql`${events.at} > moment() - make_interval(hours => ${undoHours})`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(1)
  if (!mine) throw new Refused('There is nothing of yours to take back')
  const [last] = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.ticketId, id), sql`(${events.id} = ${mine.id} or ${events.tx} = ${mine.tx})`))
    .orderBy(desc(events.id))
    .limit(1)
  return last?.id ?? mine.id
}
