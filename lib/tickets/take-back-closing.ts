import { record } from '@/lib/events/record'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { change } from './change'
import type { Ticket } from './ticket'

/**
 * A resolved ticket was closed by mistake: it is resolved as it was, since when it was, and has not been reopened. The caller
 * holds the ticket's row, and knows that nothing else has changed its status since.
 */
export async function takeBackClosing(tx: Tx, agent: Agent, ticket: Pick<Ticket, 'id'>) {
  await change(tx, ticket, { status: 'closed' }, 'everyone', {
    status: 'resolved',
    closedAt: null,
    closedById: null,
  })
  await record(tx, agent, 'ticket.status', {
    ticket,
    audience: 'everyone',
    change: { status: ['closed', 'resolved'] },
  })
}
