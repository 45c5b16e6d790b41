import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { moment, tickets } from '@/db/schema'
import { Conflict, Missing } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { keepPromises } from '@/lib/sla/keep'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { moved } from './change'

interface Marked {
  readonly id: number
}

/**
 * Takes a ticket for spam: it leaves every queue and every number, and its clocks stop. Its sender sees nothing of it.
 * Marked twice, it is marked once. Throws Conflict for what went into another ticket.
 */
export const markSpam = (agent: Agent, ticket: Marked) =>
  inTransaction(async (tx) => {
    const [marked] = await tx
      .update(tickets)
      .set({ spamAt: moment, spamById: agent.id, ...moved('agents') })
      .where(and(eq(tickets.id, ticket.id), isNull(tickets.spamAt), isNull(tickets.mergedIntoId)))
      .returning({ id: tickets.id })
    if (!marked) return refuseUnlessSpam(tx, ticket)
    const event = await record(tx, agent, 'ticket.marked_spam', { ticket, audience: 'agents' })
    await keepPromises(tx, ticket, { kind: 'set_aside' }, { actor: agent, event })
  })

/** It was none: the ticket is where it was before, and its clocks go on as if they had never stopped. */
export const unmarkSpam = (agent: Agent, ticket: Marked) =>
  inTransaction(async (tx) => {
    const [held] = await tx
      .select({ since: tickets.spamAt })
      .from(tickets)
      .where(and(eq(tickets.id, ticket.id), isNotNull(tickets.spamAt)))
      .for('no key update')
    if (!held?.since) return
    await tx
      .update(tickets)
      .set({ spamAt: null, spamById: null, ...moved('agents') })
      .where(eq(tickets.id, ticket.id))
    const event = await record(tx, agent, 'ticket.unmarked_spam', { ticket, audience: 'agents' })
    await keepPromises(tx, ticket, { kind: 'taken_up', since: held.since }, { actor: agent, event })
  })

async function refuseUnlessSpam(tx: Tx, { id }: Marked) {
  const [ticket] = await tx.select({ spamAt: tickets.spamAt }).from(tickets).where(eq(tickets.id, id))
  if (!ticket) throw new Missing('Ticket not found')
  if (!ticket.spamAt) throw new Conflict('This ticket went into another one. Mark that as spam.')
}
