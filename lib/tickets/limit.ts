import { sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { latest } from '@/db/schema'
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

/** So many replies a minute to one ticket, and this many times as many to all of them. */
const ticketsAtOnce = 3

/**
 * Seconds until this person may write to this ticket again; 0: now. Counts what they wrote within the last minute, to it and
 * to any.
 */
export async function secondsUntilNextReply(
  personId: number,
  ticketId: number,
  { rateLimit }: Limits,
  reader: Reader = db,
) {
  if (!rateLimit.enabled) return 0
  const most = rateLimit.repliesPerMinute
  const [nth] = await reader.execute<{ wait: number | null }>(sql`
    with written as (
      select ticket_id, created_at, ceil(extract(epoch from created_at + interval '1 minute' - moment()))::integer as wait
      from messages
      where author_id = ${personId} and created_at > moment() - interval '1 minute' and created_at <= ${latest})
    select greatest(
      (select wait from written where ticket_id = ${ticketId} order by created_at desc offset ${most - 1} limit 1),
      (select wait from written order by created_at desc offset ${ticketsAtOnce * most - 1} limit 1)) as wait`)
  return Math.max(nth?.wait ?? 0, 0)
}
