import { record } from '@/lib/events/record'
import { currentSettings } from '@/lib/settings/find'
import { slaDueAt } from '@/lib/sla/sla'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { change } from './change'
import { refuseIfClosed } from './refuse-if-closed'
import type { Priority, Ticket } from './ticket'

/** Changes the priority, and with it the promise: counted again from when the ticket was filed. */
export const prioritize = (
  agent: Agent,
  ticket: Pick<Ticket, 'id' | 'status' | 'priority' | 'createdAt'>,
  to: Priority,
) =>
  inTransaction(async (tx) => {
    refuseIfClosed(ticket)
    if (ticket.priority === to) return
    const due = slaDueAt(ticket.createdAt, to, await currentSettings(tx))
    await change(tx, ticket, { priority: ticket.priority }, 'agents', { priority: to, slaDueAt: due })
    await record(tx, agent, 'ticket.prioritized', {
      ticket,
      audience: 'agents',
      change: { priority: [ticket.priority, to] },
    })
  })
