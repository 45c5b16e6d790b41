import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent, System } from '@/lib/viewer'
import { changePromised } from './change-promised'
import { refuseIfClosed } from './refuse-if-closed'
import type { Priority, Ticket } from './ticket'

type Prioritized = Pick<Ticket, 'id' | 'status' | 'priority'>

/** Changes the priority, and with it what is promised: counted again from the same start. */
export const prioritize = (agent: Agent, ticket: Prioritized, to: Priority) =>
  inTransaction((tx) => prioritizeWithin(tx, agent, ticket, to))

export async function prioritizeWithin(tx: Tx, actor: Agent | System, ticket: Prioritized, to: Priority) {
  refuseIfClosed(ticket)
  if (ticket.priority === to) return
  await changePromised(tx, actor, ticket, {
    seen: { priority: ticket.priority },
    changes: { priority: to },
    audience: 'agents',
    event: { kind: 'ticket.prioritized', audience: 'agents', change: { priority: [ticket.priority, to] } },
    happening: { kind: 'reconsidered', because: 'priority' },
  })
}
