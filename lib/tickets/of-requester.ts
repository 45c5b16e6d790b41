import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { people, tickets } from '@/db/schema'
import { type Page, type Place, pageOf } from '@/lib/page'
import type { Agent, System } from '@/lib/viewer'
import { countedLive } from './counted'
import { countLimit } from './queue-counts'
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

/** The other tickets of a ticket's requester, as they stand beside it. */
export interface OtherTickets {
  /** A few: those in which there is something to do first, and of them the newest. */
  readonly tickets: readonly OtherTicket[]
  /** How many the requester has with this one, up to `countLimit`. */
  readonly count: number
}

export interface OtherTicket extends Pick<RequesterTicket, 'refid' | 'subject' | 'status' | 'spam'> {
  /** ISO 8601. */
  readonly createdAt: string
}

/** So many are shown. */
const fewOthers = 5
/** Of so many of the latest unclosed ones it is asked whether there is something to do: of a customer with very many, not of all. */
const lookedAt = 200

/**
 * Of the requester of a ticket, as one value in a statement of somebody else. Spam and merged ones are among them, as on the
 * page of the customer.
 */
export const storedOthers = (ticketId: SQL, requesterId: SQL) => sql<OtherTickets>`json_build_object(
  'tickets', (
    select coalesce(json_agg(json_build_object('refid', o.refid, 'subject', o.subject, 'status', o.status, 'spam', o.spam,
      'createdAt', to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      order by o.live desc, o.created_at desc, o.id desc), '[]')
    from (
      select t.id, t.refid, t.subject, t.status, t.created_at, t.spam_at is not null as spam, ${countedLive(sql`t`)} as live
      from tickets t where t.id in (
        (select u.id from (
            select l.id, l.status from tickets l where l.requester_id = ${requesterId}
              and l.status in ('open', 'pending', 'on_hold', 'resolved') order by l.id desc limit ${lookedAt}) u
          where u.status <> 'resolved' and u.id <> ${ticketId} order by u.id desc limit ${fewOthers})
        union
        (select n.id from tickets n where n.requester_id = ${requesterId} and n.id <> ${ticketId}
          order by n.created_at desc, n.id desc limit ${fewOthers}))
      order by live desc, t.created_at desc, t.id desc limit ${fewOthers}) o),
  'count', (select count(*) from (
    select from tickets a where a.requester_id = ${requesterId} limit ${countLimit}) c))`
