import { record } from '@/lib/events/record'
import { keepPromises } from '@/lib/sla/keep'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent, System } from '@/lib/viewer'
import { change } from './change'
import { refuseIfClosed } from './refuse-if-closed'
import type { Priority, Ticket } from './ticket'

type Prioritized = Pick<Ticket, 'id' | 'status' | 'priority'>

/** Changes the priority, and with it what is promised: counted again from the same start. */
export const prioritize = (agent: Agent, ticket: Prioritized, to: Priority) =>
  inTransaction((tx) => prioritizeWithin(tx, agent, ticket, to))

export async function prioritizeWithin(tx: Tx, actor: Agent | System, ticket: Prioritized, to: Priority) {
  refuseIfClosed(ticket)
  if (ticket.priority === to) return
  await change(tx, ticket, { priority: ticket.priority }, 'agents', { priority: to })
  const event = await record(tx, actor, 'ticket.prioritized', {
    ticket,
    audience: 'agents',
    change: { priority: [ticket.priority, to] },
  })
  await keepPromises(tx, ticket, { kind: 'reconsidered', because: 'priority' }, { actor, event })
}
