import { type Caller, meetCustomer } from '@/lib/people/meet-customer'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { fileWithin, type NewTicket } from './file'

/**
 * Files a ticket for a customer who called or came by. The first message is the customer's, as the agent took it down.
 * Throws what `meetCustomer` and `file` throw.
 *
 * @returns the ticket, and for whom it was filed
 */
export const fileOnBehalf = (agent: Agent, caller: Caller, ticket: Omit<NewTicket, 'channel' | 'follows'>) =>
  inTransaction(async (tx) => {
    const requester = await meetCustomer(tx, agent, caller)
    const filed = await fileWithin(tx, agent, requester, { ...ticket, channel: 'agent' })
    return { ...filed, requester: requester.name }
  })
