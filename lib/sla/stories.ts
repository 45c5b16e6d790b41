import { sql } from 'drizzle-orm'
import { readWhile } from '@/db/read-while'
import type { PastTagKeys } from '@/lib/tags/past-keys'
import { counted } from '@/lib/tickets/counted'
import type { Channel, Priority } from '@/lib/tickets/ticket'
import type { Past, Story } from './replay'

interface Wanted {
  readonly from: Date
  readonly batch: number
  readonly tagKeys: PastTagKeys
  /** Ends the reading, in the database too. */
  readonly signal: AbortSignal | undefined
}

/**
 * The tickets filed since `from`, by their keys, each with what happened to it. While some are looked at, the database
 * already reads the next.
 */
export async function* storiesSince(first: number, wanted: Wanted) {
  let coming = storiesAfter(first - 1, wanted)
  for (;;) {
    const stories = await coming
    const last = stories.at(-1)
    const more = last && stories.length === wanted.batch
    if (more) {
      coming = storiesAfter(last.id, wanted)
      // Whoever stops looking does not wait for it.
      coming.catch(() => {})
    }
    yield stories
    if (!more) return
  }
}

async function storiesAfter(
  after: number,
  { from, batch, tagKeys, signal }: Wanted,
): Promise<readonly Story[]> {
  const rows = await readWhile<StoryRow>(
    signal,
    sql`
    select t.id, t.refid, t.created_at as "filedAt", t.channel, t.priority, t.category_id as "categoryId",
      (select p.organization_id from people p where p.id = t.requester_id) as "organizationId",
      case when f.actor_id is not distinct from t.requester_id then 'customer' else 'agent' end as by, e.past
    from (select * from tickets where id > ${after} and created_at >= ${from.toISOString()}::timestamptz and ${counted(sql`tickets`)} order by id limit ${batch}) t
    left join lateral (select actor_id from events where ticket_id = t.id and kind = 'ticket.created' limit 1) f on true
    left join lateral (
      select json_agg(json_build_array(case when e.change ? 'taken_back' then 'ticket.taken_back' else e.kind end, (extract(epoch from e.at) * 1000)::float8,
        case e.kind when 'ticket.prioritized' then to_json(e.change -> 'priority' ->> 0)
          when 'ticket.categorized' then (select to_json(c.id) from categories c where c.name = e.change -> 'category' ->> 0 limit 1)
          when 'ticket.tagged' then to_json(e.id) end,
        case e.kind when 'ticket.prioritized' then to_json(e.change -> 'priority' ->> 1)
          when 'ticket.categorized' then (select to_json(c.id) from categories c where c.name = e.change -> 'category' ->> 1 limit 1)
          when 'ticket.handed_over' then (select to_json(m.id) from teams m where m.name = e.change -> 'team' ->> 1 order by m.id desc limit 1)
          when 'ticket.tagged' then to_json(e.change -> 'tags' ->> 1)
          else to_json(e.change -> 'status' ->> 1) end) order by e.id) as past
      from events e
      where e.ticket_id = t.id and e.kind in ('message.received', 'message.answered', 'ticket.status', 'ticket.resolved',
        'ticket.reopened', 'ticket.closed', 'ticket.prioritized', 'ticket.categorized', 'ticket.handed_over', 'ticket.tagged')
    ) e on true
    order by t.id`,
  )
  return rows.map((row) => storyOf(row, tagKeys))
}

type StoryRow = {
  id: number
  refid: string
  filedAt: string
  by: 'customer' | 'agent'
  channel: Channel
  priority: Priority
  categoryId: number | null
  organizationId: number | null
  /** Of tags, the event's key stands in the place of what was before. */
  past: [kind: string, ms: number, before: string | number | null, after: Past['to']][] | null
}

const kinds: Readonly<Record<string, Past['kind']>> = {
  'message.received': 'wrote',
  'message.answered': 'answered',
  'ticket.taken_back': 'taken_back',
  'ticket.prioritized': 'priority',
  'ticket.categorized': 'category',
  'ticket.handed_over': 'team',
  'ticket.tagged': 'tags',
}

function storyOf({ past, filedAt, ...row }: StoryRow, tagKeys: PastTagKeys): Story {
  // What came with the filing itself is its first message.
  const [first, ...rest] = past ?? []
  const told = first?.[0] === 'message.received' ? rest : (past ?? [])
  const begun = (kind: string) => told.find((one) => one[0] === kind)
  const [, , priority] = begun('ticket.prioritized') ?? []
  const categorized = begun('ticket.categorized')
  return {
    ...row,
    filedAt: new Date(filedAt),
    priority: typeof priority === 'string' ? (priority as Priority) : row.priority,
    categoryId: categorized ? (typeof categorized[2] === 'number' ? categorized[2] : null) : row.categoryId,
    past: told.map(([kind, ms, before, to]) => ({
      kind: kinds[kind] ?? 'status',
      at: new Date(ms),
      to: kind === 'ticket.tagged' ? tagKeys(String(to ?? ''), Number(before)) : to,
    })),
  }
}
