import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { readRefid } from '@/lib/tickets/refid'
import type { Status } from '@/lib/tickets/ticket'
import type { Agent } from '@/lib/viewer'
import type { LinkedTicket } from './link'

/** What is linked to a ticket, parents first, as one value in a statement of somebody else. */
export const storedLinks = (ticketId: SQL) => sql<readonly LinkedTicket[]>`(
  select coalesce(json_agg(json_build_object('role', role, 'refid', o.refid, 'subject', o.subject, 'status', o.status,
    'priority', o.priority) order by array_position(array['parent', 'child', 'original', 'duplicate', 'related'], role), o.id), '[]')
  from (
    select case kind when 'parent' then 'child' when 'duplicate' then 'original' else 'related' end as role, to_id as other_id
    from ticket_links where from_id = ${ticketId}
    union all
    select kind::text, from_id from ticket_links where to_id = ${ticketId}
  ) l join tickets o on o.id = l.other_id)`

export interface SuggestedTicket {
  readonly refid: string
  readonly subject: string
  readonly status: Status
  readonly customer: string
}

const most = 8

interface Wanted {
  /** A reference, or words of the subject. */
  readonly words: string
  /** The ticket that asks. */
  readonly not: string
  /** Only those of the same requester, as a ticket can be merged with no other. */
  readonly sameRequester: boolean
}

/**
 * Tickets that another can have to do with: by reference or by words of the subject; without words those that its
 * requester filed last. Spam, and what went into another ticket, are left out.
 */
export async function suggestedTickets(
  _: Agent,
  { words, not, sameRequester }: Wanted,
): Promise<readonly SuggestedTicket[]> {
  const asked = words.trim()
  const refid = readRefid(asked)
  const fits = refid
    ? sql`t.refid = ${refid}`
    : asked
      ? sql`t.search @@ websearch_to_tsquery('english', ${asked})`
      : sql`true`
  const own = sql`t.requester_id = (select requester_id from tickets where refid = ${not})`
  const rows = await db.execute<{ [Field in keyof SuggestedTicket]: SuggestedTicket[Field] }>(sql`
    select t.refid, t.subject, t.status, p.name as customer
    from tickets t join people p on p.id = t.requester_id
    where ${fits} and ${sameRequester || !asked ? own : sql`true`}
      and t.refid <> ${not} and t.spam_at is null and t.merged_into_id is null
    order by t.id desc limit ${most}`)
  return [...rows]
}
