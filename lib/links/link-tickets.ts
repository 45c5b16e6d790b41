import { inArray, sql } from 'drizzle-orm'
import { ticketLinks, tickets } from '@/db/schema'
import { isTaken } from '@/lib/database-errors'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { moved } from '@/lib/tickets/change'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { kept, type LinkRole, otherEnd } from './link'

export interface Linked {
  readonly id: number
  readonly refid: string
}

/**
 * Says what another ticket is to this one; each of the two tells it. Throws Refused (`to`): a ticket and itself, a pair that
 * is linked already, a second parent, and a parent that is among the ticket's own descendants.
 */
export const linkTickets = (agent: Agent, ticket: Linked, role: LinkRole, other: Linked) =>
  inTransaction((tx) => linkWithin(tx, agent, ticket, role, other))

export async function linkWithin(tx: Tx, agent: Agent, ticket: Linked, role: LinkRole, other: Linked) {
  if (ticket.id === other.id) throw new Refused('A ticket cannot be linked to itself', 'to')
  const { kind, from } = kept[role]
  const [fromId, toId] = from === 'this' ? [ticket.id, other.id] : [other.id, ticket.id]
  if (kind === 'parent') await refuseCircle(tx, fromId, toId)
  await tx
    .insert(ticketLinks)
    .values({ kind, fromId, toId, createdById: agent.id })
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error
      throw new Refused(
        kind === 'parent'
          ? 'They are linked already, or the child has a parent: a ticket has one'
          : 'These two are linked already. Remove that link first.',
        'to',
      )
    })
  await tellBoth(tx, agent, 'ticket.linked', ticket, role, other)
}

/** Each end gets its own event, with what the other is to it. */
export async function tellBoth(
  tx: Tx,
  agent: Agent,
  kind: 'ticket.linked' | 'ticket.unlinked',
  ticket: Linked,
  role: LinkRole,
  other: Linked,
) {
  const change = (name: string, refid: string) => ({
    [name]: kind === 'ticket.linked' ? ([null, refid] as const) : ([refid, null] as const),
  })
  await record(tx, agent, kind, { ticket, audience: 'agents', change: change(role, other.refid) })
  await record(tx, agent, kind, {
    ticket: other,
    audience: 'agents',
    change: change(otherEnd[role], ticket.refid),
  })
  const both = tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(inArray(tickets.id, [ticket.id, other.id]))
    .orderBy(tickets.id)
    .for('no key update')
  await tx.update(tickets).set(moved('agents')).where(inArray(tickets.id, both))
}

/** Of several who link at once, each sees what the one before has linked. */
async function refuseCircle(tx: Tx, parentId: number, childId: number) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('parents of tickets'))`)
  const [circle] = await tx.execute(sql`
    with recursive above (id) as (
      select ${parentId}::bigint
      union
      select l.from_id from ticket_links l join above a on l.to_id = a.id where l.kind = 'parent')
    select 1 from above where id = ${childId}`)
  if (circle) throw new Refused('This would make a circle: the parent is a descendant of its child', 'to')
}
