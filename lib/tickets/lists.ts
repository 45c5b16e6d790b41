import { and, asc, desc, eq, getTableColumns, inArray, isNull, lt, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import { moment, tickets } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { typedRefid } from './refid'
import { liveStatuses, type Ticket } from './ticket'

/*
 * Reads for programs (lib/support, the command line): they hold no viewer and see every ticket. Pages never call them.
 */

const { search: _, submission: __, ...columns } = getTableColumns(tickets)

const live = and(inArray(tickets.status, [...liveStatuses]), isNull(tickets.spamAt))

const list = (condition: SQL | undefined, ...order: SQL[]): Promise<Ticket[]> =>
  db
    .select(columns)
    .from(tickets)
    .where(condition)
    .orderBy(...order)

/** By its reference, as people type it. Throws Missing. */
export async function ticketByRefid(typed: string): Promise<Ticket> {
  const { data: refid } = typedRefid.safeParse(typed)
  const [ticket] = refid ? await list(eq(tickets.refid, refid)) : []
  if (!ticket) throw new Missing('Ticket not found')
  return ticket
}

/** By the key of the database; undefined: there is none. */
export async function ticketById(id: number): Promise<Ticket | undefined> {
  const [ticket] = await list(eq(tickets.id, id))
  return ticket
}

/** All tickets of a requester, newest first. */
export const ticketsOf = (requesterId: number) => list(eq(tickets.requesterId, requesterId), desc(tickets.id))

/** The tickets that an agent has still to do with, the longest wait first. */
export const ticketsAssignedTo = (agentId: number) =>
  list(and(live, eq(tickets.assigneeId, agentId)), asc(tickets.waitingSince), asc(tickets.id))

/** Unresolved tickets that nobody has, oldest first. */
export const unassignedTickets = () => list(and(live, isNull(tickets.assigneeId)), asc(tickets.id))

/** Unresolved tickets whose promised moment has passed, the longest overdue first. */
export const slaBreachedTickets = () => list(and(live, lt(tickets.slaDueAt, moment)), asc(tickets.slaDueAt))
