import { sql } from 'drizzle-orm'
import { readWhile } from '@/db/read-while'
import { pastCategoryKey } from '@/lib/categories/past-key'
import type { PastKey } from '@/lib/events/past-key'
import { type PastTagKeys, pastTagKeys } from '@/lib/tags/past-keys'
import { pastTeamKey } from '@/lib/teams/past-key'
import { counted } from '@/lib/tickets/counted'
import type { Channel, Priority } from '@/lib/tickets/ticket'
import type { Past, Story } from './replay'

/** What is meant by events that tell names and keep no key. */
interface PastKeys {
  readonly tags: PastTagKeys
  readonly category: PastKey
  readonly team: PastKey
}

interface Wanted {
  readonly from: Date
  readonly batch: number
  readonly keys: PastKeys
  /** Ends the reading, in the database too. */
  readonly signal: AbortSignal | undefined
}

export async function pastKeys(): Promise<PastKeys> {
  const [tags, category, team] = await Promise.all([pastTagKeys(), pastCategoryKey(), pastTeamKey()])
  return { tags, category, team }
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

async function storiesAfter(after: number, { from, batch, keys, signal }: Wanted): Promise<readonly Story[]> {
  const rows = await readWhile<StoryRow>(
    signal,
    sql`
    select t.id, t.refid, t.created_at as "filedAt", t.channel, t.priority, t.category_id as "categoryId",
      (select p.organization_id from people p where p.id = t.requester_id) as "organizationId",
      case when f.actor_id is not distinct from t.requester_id then 'customer' else 'agent' end as by, e.past
    from (select * from tickets where id > ${after} and created_at >= ${from.toISOString()}::timestamptz and ${counted(sql`tickets`)} order by id limit ${batch}) t
    left join lateral (select actor_id from events where ticket_id = t.id and kind = 'ticket.created' limit 1) f on true
    left join lateral (
      select json_agg(json_build_array(case when e.change ? 'taken_back' then 'ticket.taken_back' else e.kind end, e.id,
        (extract(epoch from e.at) * 1000)::float8, told -> 0, told -> 1) order by e.id) as past
      from events e cross join lateral (select case e.kind when 'ticket.prioritized' then e.change -> 'priority'
        when 'ticket.categorized' then coalesce(e.keys -> 'category', e.change -> 'category')
        when 'ticket.handed_over' then coalesce(e.keys -> 'team', e.change -> 'team')
        when 'ticket.tagged' then e.change -> 'tags'
        else e.change -> 'status' end as told) w
      where e.ticket_id = t.id and e.kind in ('message.received', 'message.answered', 'ticket.status', 'ticket.resolved',
        'ticket.reopened', 'ticket.closed', 'ticket.prioritized', 'ticket.categorized', 'ticket.handed_over', 'ticket.tagged')
    ) e on true
    order by t.id`,
  )
  return rows.map((row) => storyOf(row, keys))
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
  past: [kind: string, event: number, ms: number, before: Told, after: Told][] | null
}

/** A status, a priority, names, or a key. */
type Told = string | number | null

const kinds: Readonly<Record<string, Past['kind']>> = {
  'message.received': 'wrote',
  'message.answered': 'answered',
  'ticket.taken_back': 'taken_back',
  'ticket.prioritized': 'priority',
  'ticket.categorized': 'category',
  'ticket.handed_over': 'team',
  'ticket.tagged': 'tags',
}

function storyOf({ past, filedAt: filed, ...row }: StoryRow, keys: PastKeys): Story {
  const filedAt = new Date(filed)
  const all = past ?? []
  // What came with the filing itself is its first message, told after a team and tags.
  const own = all.findIndex(
    ([kind, , ms]) => kind === 'message.received' && new Date(ms).getTime() === filedAt.getTime(),
  )
  const told = all.filter((_, place) => place !== own)
  const begun = (kind: string) => told.find((one) => one[0] === kind)
  const [, , , priority] = begun('ticket.prioritized') ?? []
  const categorized = begun('ticket.categorized')
  const [, event = 0, , category = null] = categorized ?? []
  return {
    ...row,
    filedAt,
    priority: typeof priority === 'string' ? (priority as Priority) : row.priority,
    categoryId: categorized ? keyOf(keys.category, category, event) : row.categoryId,
    past: told.map(([kind, event, ms, , after]) => ({
      kind: kinds[kind] ?? 'status',
      at: new Date(ms),
      to: meant(kind, after, event, keys),
    })),
  }
}

function meant(kind: string, told: Told, event: number, keys: PastKeys): Past['to'] {
  if (kind === 'ticket.categorized') return keyOf(keys.category, told, event)
  if (kind === 'ticket.handed_over') return keyOf(keys.team, told, event)
  if (kind === 'ticket.tagged') return keys.tags(String(told ?? ''), event)
  return told
}

const keyOf = (past: PastKey, told: Told, event: number) =>
  typeof told === 'string' ? past(told, event) : told
