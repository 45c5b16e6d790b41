import { eq, sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { lock } from '@/lib/tickets/lock'
import type { Ticket } from '@/lib/tickets/ticket'
import type { Tx } from '@/lib/transaction'

/** What can be put back of a ticket. */
export interface Standing
  extends Pick<Ticket, 'status' | 'priority' | 'assigneeId' | 'teamId' | 'categoryId'> {
  /** In rising order. */
  readonly tagIds: readonly number[]
}

/** Of what was changed, how it was. */
export type Before = Partial<Standing>

/** The ticket as it stands, kept so until the transaction ends. Throws Missing. */
export async function standing(tx: Tx, ticketId: number) {
  await lock(tx, { id: ticketId })
  const [ticket] = await tx
    .select({
      id: tickets.id,
      status: tickets.status,
      priority: tickets.priority,
      assigneeId: tickets.assigneeId,
      teamId: tickets.teamId,
      categoryId: tickets.categoryId,
      mergedIntoId: tickets.mergedIntoId,
      tagIds: sql<readonly number[]>`(
        select coalesce(json_agg(x.tag_id order by x.tag_id), '[]') from ticket_tags x where x.ticket_id = ${tickets.id})`,
    })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
  if (!ticket) throw new Missing()
  return ticket
}

/** How it was, of what is different now; null: nothing is. */
export function differences(before: Standing, now: Standing): Before | null {
  const different: Before = {
    ...(before.status !== now.status && { status: before.status }),
    ...(before.priority !== now.priority && { priority: before.priority }),
    ...(before.assigneeId !== now.assigneeId && { assigneeId: before.assigneeId }),
    ...(before.teamId !== now.teamId && { teamId: before.teamId }),
    ...(before.categoryId !== now.categoryId && { categoryId: before.categoryId }),
    ...(before.tagIds.join() !== now.tagIds.join() && { tagIds: before.tagIds }),
  }
  return Object.keys(different).length > 0 ? different : null
}
