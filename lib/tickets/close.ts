import { inTransaction } from '@/lib/transaction'
import type { Actor } from '@/lib/viewer'
import type { Ticket } from './ticket'
import { transition } from './transition'

/** Ends a ticket, by an agent or by its requester. */
export const close = (actor: Actor, ticket: Pick<Ticket, 'id' | 'status'>) =>
  inTransaction((tx) => transition(tx, actor, ticket, 'closed'))
