import { eq, sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { lastOf } from '@/lib/events/last'
import { record } from '@/lib/events/record'
import { keepPromises } from '@/lib/sla/keep'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { change } from './change'
import type { liveStatuses, Ticket } from './ticket'
import { waitingSince } from './waiting-since'

/**
 * A ticket was resolved, or closed, by mistake: it stands as it did before. Unlike one that is reopened, whoever waited for an
 * answer waits on, since then, and all that was promised goes on, late if it was. The caller holds the ticket's row, and knows
 * that nothing else has changed its status since. Throws Refused for one that was only put back to how it was.
 */
export async function takeBackResolution(
  tx: Tx,
  agent: Agent,
  ticket: Pick<Ticket, 'id' | 'status'>,
  to: (typeof liveStatuses)[number],
) {
  const resolution = await lastOf(tx, ticket, 'ticket.resolved')
  if (!resolution || resolution.takesBack) throw new Refused('This ticket was not just resolved')
  await change(tx, ticket, { status: ticket.status }, 'everyone', {
    status: to,
    resolvedAt: null,
    solverId: null,
    closedAt: null,
    closedById: null,
  })
  const event = await record(tx, agent, 'ticket.reopened', {
    ticket,
    audience: 'everyone',
    change: { status: [ticket.status, to], taken_back: [resolution.uid, null] },
  })
  await tx
    .update(tickets)
    .set({ waitingSince: sql`(select ${waitingSince} from tickets t where t.id = ${ticket.id})` })
    .where(eq(tickets.id, ticket.id))
  await keepPromises(tx, ticket, { kind: 'unresolved', since: resolution.at }, { actor: agent, event })
}
