import { and, desc, eq, isNull, ne, notLike, type SQL, sql } from 'drizzle-orm'
import { events, moment, people, tickets } from '@/db/schema'
import { Conflict } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'
import { type Status, statusWord, type Ticket } from './ticket'

/** What the person who changes a ticket had before their eyes. */
export type Seen = Partial<
  Pick<Ticket, 'subject' | 'status' | 'priority' | 'assigneeId' | 'teamId' | 'categoryId'>
>

export type Changes = Partial<{
  [Column in keyof typeof tickets.$inferInsert]: (typeof tickets.$inferInsert)[Column] | SQL
}>

/**
 * Writes the changes if the ticket still is as it was seen; the database decides. Whoever comes second gets a Conflict
 * that names the first. `audience` says whether the customer's "updated" moves too.
 */
export async function change(
  tx: Tx,
  ticket: { readonly id: number },
  seen: Seen,
  audience: 'everyone' | 'agents',
  changes: Changes,
) {
  const [changed] = await tx
    .update(tickets)
    .set({ ...changes, ...moved(audience) })
    .where(and(eq(tickets.id, ticket.id), ...asSeen(seen)))
    .returning({ id: tickets.id })
  if (!changed) throw await tooLate(tx, ticket)
}

/** What a change moves beside itself. Whoever waited for the ticket is earlier than what they waited for. */
export const moved = (audience: 'everyone' | 'agents') => ({
  updatedAt: sql`greatest(${tickets.updatedAt}, ${moment})`,
  ...(audience === 'everyone' && { publicUpdatedAt: sql`greatest(${tickets.publicUpdatedAt}, ${moment})` }),
})

/** As `mayEdit`, of the row as it is written: a ticket is closed while others wait for it. */
export const notClosed = ne(tickets.status, 'closed')

/** Whoever goes by what they saw of a ticket, and not by its status, changes none that is closed. */
export const asSeen = (seen: Seen) =>
  [
    seen.subject !== undefined && eq(tickets.subject, seen.subject),
    seen.status ? eq(tickets.status, seen.status) : Object.keys(seen).length > 0 && notClosed,
    seen.priority && eq(tickets.priority, seen.priority),
    seen.assigneeId !== undefined &&
      sql`${tickets.assigneeId} is not distinct from ${seen.assigneeId}::bigint`,
    seen.teamId !== undefined && sql`${tickets.teamId} is not distinct from ${seen.teamId}::bigint`,
    seen.categoryId !== undefined &&
      sql`${tickets.categoryId} is not distinct from ${seen.categoryId}::bigint`,
  ].flatMap((condition) => (condition ? [condition] : []))

export async function tooLate(tx: Tx, ticket: { readonly id: number }) {
  const [current] = await tx
    .select({ status: tickets.status, assignee: people.name })
    .from(tickets)
    .leftJoin(people, eq(people.id, tickets.assigneeId))
    .where(eq(tickets.id, ticket.id))
  const [last] = await tx
    .select({ actor: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    // A deadline that passed has changed nothing.
    .where(and(eq(events.ticketId, ticket.id), isNull(events.messageId), notLike(events.kind, 'sla.%')))
    .orderBy(desc(events.id))
    .limit(1)
  return new Conflict(
    `${last?.actor ?? 'Deskwell'} changed this ticket in the meantime. ${standing(current)}`,
  )
}

const standing = (current?: { readonly status: Status; readonly assignee: string | null }) =>
  current
    ? `It is ${statusWord[current.status].toLowerCase()} now and ${
        current.assignee ? `assigned to ${current.assignee}` : 'unassigned'
      }.`
    : ''
