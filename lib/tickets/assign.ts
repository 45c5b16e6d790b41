import { and, eq, isNull, ne } from 'drizzle-orm'
import { people } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { notify } from '@/lib/notifications/notify'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Actor, Agent } from '@/lib/viewer'
import { change } from './change'
import { refuseIfClosed } from './refuse-if-closed'
import type { Ticket } from './ticket'

type By = Exclude<Actor, { role: 'customer' }>
type Assigned = Pick<Ticket, 'id' | 'status' | 'assigneeId'>
type Assignee = Pick<Agent, 'id'> | null

/**
 * Gives a ticket to an agent, who is told unless it is their own doing, or to nobody. Throws Conflict if the assignee is no
 * longer the one of `ticket`, Refused if `to` is not an active agent.
 */
export const assign = (actor: By, ticket: Assigned, to: Assignee) =>
  inTransaction((tx) => assignWithin(tx, actor, ticket, to))

/** As `assign`. Of the many tickets of one bulk `run` whoever is given them is told once. */
export async function assignWithin(
  tx: Tx,
  actor: By,
  ticket: Assigned,
  to: Assignee,
  run?: { readonly id: number },
) {
  const event = await changeAssignee(tx, actor, ticket, to)
  if (event && to && (actor.role === 'system' || actor.id !== to.id))
    await notify(tx, { people: [to.id], run }, event)
}

/**
 * As `assign`, for whoever knows of it already: nobody is told.
 *
 * @returns the event; undefined: it was theirs before
 */
export async function changeAssignee(tx: Tx, actor: By, ticket: Assigned, to: Assignee) {
  refuseIfClosed(ticket)
  if (ticket.assigneeId === (to?.id ?? null)) return undefined
  const after = to && (await nameOfAgent(tx, to.id))
  const before = ticket.assigneeId && (await nameOf(tx, ticket.assigneeId))
  await change(tx, ticket, { assigneeId: ticket.assigneeId }, 'agents', { assigneeId: to?.id ?? null })
  return record(tx, actor, 'ticket.assigned', {
    ticket,
    audience: 'agents',
    change: { assignee: [before, after] },
    keys: { assignee: [ticket.assigneeId, to?.id ?? null] },
  })
}

const nameOf = async (tx: Tx, id: number) =>
  (await tx.select({ name: people.name }).from(people).where(eq(people.id, id)))[0]?.name ?? null

async function nameOfAgent(tx: Tx, id: number) {
  const [agent] = await tx
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.id, id), ne(people.role, 'customer'), isNull(people.deactivatedAt)))
    .for('key share')
  if (!agent) throw new Refused('Choose an active agent', 'assignee')
  return agent.name
}
