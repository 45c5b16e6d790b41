import { type SQL, sql } from 'drizzle-orm'
import type { EventKind } from '@/lib/events/event'
import type { FollowedNews } from '@/lib/preferences/choices'
import type { Actor } from '@/lib/viewer'

/** What followers are told of, as they choose it. */
const told: Readonly<Partial<Record<EventKind, FollowedNews>>> = {
  'message.received': 'customer',
  'rating.given': 'customer',
  'rating.changed': 'customer',
  'message.answered': 'replies',
  'message.noted': 'notes',
  'ticket.status': 'status',
  'ticket.resolved': 'status',
  'ticket.closed': 'status',
  'ticket.reopened': 'status',
  'ticket.merged': 'status',
  'ticket.unmerged': 'status',
}

/**
 * Tells the followers of a ticket of an event that they care for, but nobody of their own doings, and nobody of spam: an
 * INSERT for the statement that writes the `event`. Undefined where there is nothing to tell anybody.
 */
export function tellingFollowers(
  event: SQL,
  actor: Actor,
  kind: EventKind,
  ticket: { readonly id: number } | undefined,
) {
  const news = told[kind]
  if (!ticket || !news) return undefined
  return sql`
    insert into notifications (person_id, event_id)
    select p.id, ${event}
    from ticket_followers f join people p on p.id = f.person_id join tickets t on t.id = f.ticket_id
      left join preferences r on r.person_id = p.id
    where f.ticket_id = ${ticket.id} and p.id <> ${actor.role === 'system' ? 0 : actor.id}
      and p.role <> 'customer' and p.deactivated_at is null and t.spam_at is null
      and coalesce(jsonb_exists(r.value -> 'followedNews', ${news}), true)
    order by p.id
    on conflict do nothing`
}
