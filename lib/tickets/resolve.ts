import { inTransaction } from '@/lib/transaction'
import type { Agent, System } from '@/lib/viewer'
import type { Ticket } from './ticket'
import { transition } from './transition'

/** Done, as far as we know: the customer may reopen it for some days, then it closes by itself. */
export const resolve = (agent: Agent | System, ticket: Pick<Ticket, 'id' | 'status'>) =>
  inTransaction((tx) => transition(tx, agent, ticket, 'resolved'))
