import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { people, tickets } from '@/db/schema'
import { type Page, type Place, pageOf } from '@/lib/page'
import type { Agent, System } from '@/lib/viewer'
import { readRefid } from './refid'
import type { Priority, Status } from './ticket'

/** A ticket, as the page of its requester lists it. */
export interface RequesterTicket {
  readonly refid: string
  readonly subject: string
  readonly status: Status
  readonly priority: Priority
  readonly spam: boolean
  readonly assignee: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

const pageSize = 25

const assignees = alias(people, 'assignee')

/** All tickets of a customer, newest first, a page at a time. A page begins behind or before a reference. */
export async function ticketsOfRequester(
  _: Agent | System,
  uid: string,
  asked: Place,
): Promise<Page<RequesterTicket>> {
  const [after, before] = [readRefid(asked.after ?? ''), readRefid(asked.before ?? '')]
  const backwards = after === null && before !== null
  const beyond = after ?? before
  const read = await db
    .select({
      refid: tickets.refid,
      subject: tickets.subject,
      status: tickets.status,
      priority: tickets.priority,
      spam: sql<boolean>`${tickets.spamAt} is not null`,
      assignee: assignees.name,
      createdAt: tickets.createdAt,
      updatedAt: tickets.updatedAt,
    })
    .from(tickets)
    .leftJoin(assignees, eq(assignees.id, tickets.assigneeId))
    .where(
      and(
        sql`${tickets.requesterId} = (select p.id from people p where p.uid = ${uid})`,
        beyond
          ? sql`(${tickets.createdAt}, ${tickets.id}) ${backwards ? sql`>` : sql`<`} (
              (select c.created_at from tickets c where c.refid = ${beyond}), (select c.id from tickets c where c.refid = ${beyond}))`
          : undefined,
      ),
    )
    .orderBy(
      ...(backwards
        ? [asc(tickets.createdAt), asc(tickets.id)]
        : [desc(tickets.createdAt), desc(tickets.id)]),
    )
    .limit(pageSize + 1)
  const place = backwards ? { before: before ?? '' } : after === null ? {} : { after }
  return pageOf(read, pageSize, place, ({ refid }) => refid)
}
