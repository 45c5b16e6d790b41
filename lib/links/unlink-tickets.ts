import { and, eq, or } from 'drizzle-orm'
import { ticketLinks } from '@/db/schema'
import { inTransaction } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { type LinkRole, otherEnd } from './link'
import { type Linked, tellBoth } from './link-tickets'

/** Two tickets have nothing to do with each other any more. Where they had not, nothing happens. */
export const unlinkTickets = (agent: Agent, ticket: Linked, other: Linked) =>
  inTransaction(async (tx) => {
    const [gone] = await tx
      .delete(ticketLinks)
      .where(
        or(
          and(eq(ticketLinks.fromId, ticket.id), eq(ticketLinks.toId, other.id)),
          and(eq(ticketLinks.fromId, other.id), eq(ticketLinks.toId, ticket.id)),
        ),
      )
      .returning({ kind: ticketLinks.kind, fromId: ticketLinks.fromId })
    if (!gone) return
    // As the kind is named, its `from` is what it says to the other.
    const role: LinkRole = gone.fromId === ticket.id ? otherEnd[gone.kind] : gone.kind
    await tellBoth(tx, agent, 'ticket.unlinked', ticket, role, other)
  })
