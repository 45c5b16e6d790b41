import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Change, EventKind } from '@/lib/events/event'
import { weightOf } from '@/lib/messages/weight'
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

/** What a page has at most: entries, and bytes of messages after which none begins. */
interface PageSize {
  readonly entries: number
  readonly bytes: number
}

/** What is shown before a page asks whether to show all, and then: more than anybody reads, and still a page. */
export const timelineSize = {
  last: { entries: 200, bytes: 400_000 },
  all: { entries: 5_000, bytes: 2_000_000 },
} as const satisfies Record<string, PageSize>

interface Row extends Record<string, unknown> {
  readonly entry: TimelineEntry
  readonly seen: string | null
  readonly theirs: string | null
  readonly found: number
}

/**
 * What was said and done on a ticket, oldest first: the last entries that a page of that size has, whether there are
 * earlier ones, and the last event that was there then, of anybody and of others. For agents only: notes are in it. Moments are
 * ISO 8601 in UTC. One statement.
 */
export async function timeline(agent: Agent, refid: string, size: PageSize = timelineSize.last) {
  const rows = await db.execute<Row>(sql`
    with ticket as (select id from tickets where refid = ${refid}), entries as (
      (select 'message' as type, m.uid, m.audience, m.author_id as person_id, m.body, m.origin_id, null as kind, null::jsonb as change,
          m.created_at as at, m.id as position
        from messages m where m.ticket_id = (select id from ticket) order by m.id desc limit ${size.entries + 1})
      union all
      (select 'event', e.uid, e.audience, e.actor_id, null, null::bigint, e.kind, e.change, e.at, e.id
        from events e where e.ticket_id = (select id from ticket) and e.message_id is null
        order by e.id desc limit ${size.entries + 1})
    ), placed as (
      select *, row_number() over last_first as place, count(*) over () as found,
        coalesce(sum(${weightOf(sql`body`)}) over last_first, 0) - coalesce(${weightOf(sql`body`)}, 0) as bytes_behind
      from entries
      window last_first as (order by at desc, kind is not distinct from 'ticket.created', type, position desc rows unbounded preceding)
    )
    select json_build_object('type', type, 'uid', placed.uid, 'audience', audience, 'author', p.name,
      'byCustomer', p.role = 'customer', 'body', body, 'origin', (select o.refid from tickets o where o.id = origin_id), 'kind', kind, 'change', change,
      'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as entry,
      (select uid from events where ticket_id = (select id from ticket) order by id desc limit 1) as seen,
      (select uid from events where ticket_id = (select id from ticket) and actor_id is distinct from ${agent.id}
        order by id desc limit 1) as theirs, found
    from placed left join people p on p.id = person_id
    where place <= ${size.entries} and bytes_behind < ${size.bytes}
    order by place`)
  return {
    entries: rows.map(({ entry }) => entry).reverse(),
    earlier: (rows[0]?.found ?? 0) > rows.length,
    /** The uid of the last event, for whoever writes after having read this. */
    seen: rows[0]?.seen ?? null,
    /** The uid of the last event that is not the agent's own doing. */
    theirs: rows[0]?.theirs ?? null,
  }
}

/** The uid of the last event of a ticket, as `timeline` says what it has seen; null: there is none. */
export async function lastEvent(_agent: Agent, refid: string) {
  const [row] = await db.execute<{ uid: string }>(sql`
    select uid from events where ticket_id = (select id from tickets where refid = ${refid}) order by id desc limit 1`)
  return row?.uid ?? null
}
