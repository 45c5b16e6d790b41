import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { change } from './change'
import { refuseIfClosed } from './refuse-if-closed'
import type { Ticket } from './ticket'

/**
 * Says in other words what a ticket is about. The customer reads the subject, so it is theirs to know. Throws Conflict if
 * the subject is no longer that of `ticket`.
 */
export const rename = (agent: Agent, ticket: Pick<Ticket, 'id' | 'status' | 'subject'>, subject: string) =>
  inTransaction(async (tx) => {
    refuseIfClosed(ticket)
    if (ticket.subject === subject) return
    await change(tx, ticket, { subject: ticket.subject }, 'everyone', { subject })
    await record(tx, agent, 'ticket.renamed', {
      ticket,
      audience: 'everyone',
      change: { subject: [ticket.subject, subject] },
    })
  })
