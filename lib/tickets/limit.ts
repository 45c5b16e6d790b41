import { sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { TooMany } from '@/lib/errors'
import type { Settings } from '@/lib/settings/settings'

type Limits = Pick<Settings, 'rateLimit'>
type Reader = Pick<Tx, 'execute'>

/** One requester has filed as many tickets as the hour allows. */
export class TicketLimit extends TooMany {
  override readonly name = 'TicketLimit'
  constructor(retryAfter: number) {
    super('You have sent as many requests as we accept in an hour.', retryAfter)
  }
}

// A transaction that waited for the lock is older than what it waited for, and must count it. Only a story told
// afterwards (lib/clock) has rows that lie in its future.
const latest = sql`coalesce(nullif(current_setting('deskwell.moment', true), '')::timestamptz, 'infinity')`

/**
 * Seconds until the requester may file the next ticket; 0: now. Counted from the tickets themselves, over the last hour;
 * what an agent filed for them, or split off, does not count. Exact only while the requester's row is locked.
 */
export async function secondsUntilNextTicket(
  requesterId: number,
  { rateLimit }: Limits,
  reader: Reader = db,
) {
  if (!rateLimit.enabled) return 0
  const [nth] = await reader.execute<{ wait: number }>(sql`
    select ceil(extract(epoch from created_at + interval '1 hour' - moment()))::integer as wait
    from tickets
    where requester_id = ${requesterId} and channel <> 'agent'
      and not exists (
        select from events e where e.ticket_id = tickets.id and e.kind = 'ticket.created' and e.actor_id <> requester_id)
      and created_at > moment() - interval '1 hour' and created_at <= ${latest}
    order by created_at desc offset ${rateLimit.ticketsPerHour - 1} limit 1`)
  return Math.max(nth?.wait ?? 0, 0)
}

/** Seconds until this person may write to this ticket again; 0: now. Counts what they wrote within the last minute. */
export async function secondsUntilNextReply(
  personId: number,
  ticketId: number,
  { rateLimit }: Limits,
  reader: Reader = db,
) {
  if (!rateLimit.enabled) return 0
  const [nth] = await reader.execute<{ wait: number }>(sql`
    select ceil(extract(epoch from created_at + interval '1 minute' - moment()))::integer as wait
    from messages
    where ticket_id = ${ticketId} and author_id = ${personId}
      and created_at > moment() - interval '1 minute' and created_at <= ${latest}
    order by created_at desc offset ${rateLimit.repliesPerMinute - 1} limit 1`)
  return Math.max(nth?.wait ?? 0, 0)
}

/** How often within an hour a customer reopens one ticket, by saying so or by writing to it. */
export const reopeningsPerHour = 10

/** Seconds until the customer may reopen this ticket again; 0: now. Exact only while the ticket's row is locked. */
export async function secondsUntilNextReopening(
  personId: number,
  ticketId: number,
  { rateLimit }: Limits,
  reader: Reader,
) {
  if (!rateLimit.enabled) return 0
  const [nth] = await reader.execute<{ wait: number }>(sql`
    select ceil(extract(epoch from at + interval '1 hour' - moment()))::integer as wait
    from events
    where ticket_id = ${ticketId} and actor_id = ${personId} and kind = 'ticket.reopened'
      and at > moment() - interval '1 hour' and at <= ${latest}
    order by at desc offset ${reopeningsPerHour - 1} limit 1`)
  return Math.max(nth?.wait ?? 0, 0)
}
