import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { categories, events, people, teams } from '@/db/schema'
import { Conflict, Refused } from '@/lib/errors'
import { refuseIfMerged } from '@/lib/tickets/refuse-if-merged'
import type { Ticket } from '@/lib/tickets/ticket'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import type { Was } from './form'
import { undoHours } from './policy'
import { inWords, putBack, tells, toldIn } from './put-back'
import { type Before, standing } from './standing'

/**
 * Takes back the last change that an agent made of these fields of a ticket: those that it changed are again as they were. Throws
 * Conflict where they were something else before that change, Refused where the agent changed none of them in the last hours, where somebody has
 * changed one since, and for what can no longer be given.
 */
export const undoChange = (agent: Agent, { id }: Pick<Ticket, 'id'>, was: Was) =>
  inTransaction(async (tx) => {
    const ticket = await standing(tx, id)
    if (ticket.mergedIntoId) await refuseIfMerged(tx, ticket)
    const wanted = await byKeys(tx, was)
    const made = await lastChangeOf(tx, agent, ticket, wanted)
    // What it left alone, others may have changed before it.
    const before = toldIn(made, wanted)
    for (const [word, value] of inWords(before)) {
      const first = made.find(({ change }) => word in change)
      // By keys: since then somebody may have given another name to what it was.
      const change = first && { ...first.change, ...first.keys }[word]
      if (change?.[0] !== value) throw new Conflict('This has been changed since, and was not taken back')
    }
    await putBack(tx, agent, ticket, { before, eventId: made.at(-1)?.id ?? 0 })
  })

async function byKeys(tx: Tx, { status, priority, assignee, team, category }: Was): Promise<Before> {
  const [person, group, topic] = [
    assignee ? await one(tx.select({ id: people.id }).from(people).where(eq(people.email, assignee))) : null,
    team ? await one(tx.select({ id: teams.id }).from(teams).where(eq(teams.uid, team))) : null,
    category
      ? await one(tx.select({ id: categories.id }).from(categories).where(eq(categories.slug, category)))
      : null,
  ]
  return {
    ...(status && { status }),
    ...(priority && { priority }),
    ...(assignee !== undefined && { assigneeId: person?.id ?? null }),
    ...(team !== undefined && { teamId: group?.id ?? null }),
    ...(category !== undefined && { categoryId: topic?.id ?? null }),
  }
}

async function one<Row>(rows: PromiseLike<readonly Row[]>) {
  const [row] = await rows
  if (!row) throw new Refused('What it had is not there any more')
  return row
}

/** The events of the transaction in which the agent changed one of the fields last: a team may have given it to somebody in it. */
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
  return tx
    .select({ id: events.id, change: events.change, keys: events.keys })
    .from(events)
    .where(and(eq(events.ticketId, id), sql`(${events.id} = ${mine.id} or ${events.tx} = ${mine.tx})`))
    .orderBy(asc(events.id))
}
