import { Refused } from '@/lib/errors'
import { lastMove, lastOf } from '@/lib/events/last'
import { record } from '@/lib/events/record'
import { keepPromises } from '@/lib/sla/keep'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { change } from './change'
import type { Ticket } from './ticket'

/**
 * A ticket was opened again by mistake: it is over as it was, since when it was and to whose credit, and has not been
 * reopened. What was promised on it since then no longer is. The caller holds the ticket's row, and knows that its customer has
 * not written since. Throws Refused where the last change of its status was something else.
 */
export async function takeBackReopening(
  tx: Tx,
  agent: Agent,
  ticket: Pick<Ticket, 'id' | 'status'>,
  to: 'resolved' | 'closed',
) {
  const [move, resolution, closing] = await Promise.all([
    lastMove(tx, ticket),
    lastOf(tx, ticket, 'ticket.resolved', { meant: true }),
    to === 'closed' ? lastOf(tx, ticket, 'ticket.closed') : null,
  ])
  const reopening = move?.kind === 'ticket.reopened' && !move.takesBack ? move : undefined
  if (!reopening || !resolution || (to === 'closed' && !closing))
    throw new Refused('This ticket was not just reopened. Resolve it instead.')
  await change(tx, ticket, { status: ticket.status }, 'everyone', {
    status: to,
    resolvedAt: resolution.at,
    solverId: resolution.assigneeId,
    waitingSince: null,
    closedAt: closing?.at ?? null,
    closedById: closing?.actorId ?? null,
  })
  const event = await record(tx, agent, 'ticket.resolved', {
    ticket,
    audience: 'everyone',
    change: { status: [ticket.status, to], taken_back: [reopening.uid, null] },
  })
  await keepPromises(tx, ticket, { kind: 'unreopened' }, { actor: agent, event })
}
