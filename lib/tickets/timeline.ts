import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Change, EventKind } from '@/lib/events/event'
import type { Agent } from '@/lib/viewer'

interface Author {
  /** Null: Deskwell itself. */
  readonly author: string | null
  readonly byCustomer: boolean
}

export interface TimelineMessage extends Author {
  readonly type: 'message'
  readonly uid: string
  readonly audience: 'everyone' | 'agents'
  readonly body: string
  /** The ticket that it was written on, where that is another one. */
  readonly origin: string | null
  readonly at: string
}

export interface TimelineEvent extends Author {
  readonly type: 'event'
  readonly uid: string
  readonly audience: 'everyone' | 'agents'
  readonly kind: EventKind
  readonly change: Change
  readonly at: string
}

export type TimelineEntry = TimelineMessage | TimelineEvent

/** How many entries a page shows before it asks whether to show all. */
export const timelinePage = 200

/**
 * What was said and done on a ticket, oldest first: its last `limit` entries, whether there are earlier ones, and
 * the last event that was there then. For agents only: notes are in it. Moments are ISO 8601 in UTC. One statement.
 */
export async function timeline(_agent: Agent, refid: string, limit = timelinePage) {
  const rows = await db.execute<{ entry: TimelineEntry; seen: string | null }>(sql`
    with ticket as (select id from tickets where refid = ${refid})
    select json_build_object('type', type, 'uid', entries.uid, 'audience', audience, 'author', p.name,
      'byCustomer', p.role = 'customer', 'body', body, 'origin', (select o.refid from tickets o where o.id = origin_id), 'kind', kind, 'change', change,
      'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as entry,
      (select uid from events where ticket_id = (select id from ticket) order by id desc limit 1) as seen
    from (
      (select 'message' as type, m.uid, m.audience, m.author_id as person_id, m.body, m.origin_id, null as kind, null::jsonb as change,
          m.created_at as at, m.id as position
        from messages m where m.ticket_id = (select id from ticket) order by m.id desc limit ${limit + 1})
      union all
      (select 'event', e.uid, e.audience, e.actor_id, null, null::bigint, e.kind, e.change, e.at, e.id
        from events e where e.ticket_id = (select id from ticket) and e.message_id is null
        order by e.id desc limit ${limit + 1})
    ) entries
    left join people p on p.id = person_id
    order by at desc, kind is not distinct from 'ticket.created', type, position desc
    limit ${limit + 1}`)
  return {
    entries: rows
      .slice(0, limit)
      .map(({ entry }) => entry)
      .reverse(),
    earlier: rows.length > limit,
    /** The uid of the last event, for whoever writes after having read this. */
    seen: rows[0]?.seen ?? null,
  }
}

/** The uid of the last event of a ticket, as `timeline` says what it has seen; null: there is none. */
export async function lastEvent(_agent: Agent, refid: string) {
  const [row] = await db.execute<{ uid: string }>(sql`
    select uid from events where ticket_id = (select id from tickets where refid = ${refid}) order by id desc limit 1`)
  return row?.uid ?? null
}
