import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import type { Ticket } from './ticket'
import { transition } from './transition'

/** Says whose turn it is: ours (`open`), the customer's (`pending`), somebody else's (`on_hold`). */
export const move = (
  agent: Agent,
  ticket: Pick<Ticket, 'id' | 'status'>,
  to: 'open' | 'pending' | 'on_hold',
) => inTransaction((tx) => transition(tx, agent, ticket, to))
