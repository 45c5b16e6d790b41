import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Channel, Priority } from '@/lib/tickets/ticket'
import type { Admin, System } from '@/lib/viewer'
import type { Clock } from './clock'
import { allPolicies, hoursFor } from './load'
import { type Past, replay, type Story } from './replay'
import type { Rules } from './sla-policy'
import { type Target, targets } from './target'

/** METRICS: SLA compliance, of the targets that ended or breached in the period. */
export interface Compliance {
  readonly met: number
  readonly breached: number
}

/** A ticket that would keep another number of promises. */
export interface Different {
  readonly refid: string
  readonly subject: string
  readonly target: Target
  readonly before: 'met' | 'breached' | 'none'
  readonly after: 'met' | 'breached' | 'none'
}

export interface Simulation {
  readonly days: number
  readonly tickets: number
  readonly before: Readonly<Record<Target, Compliance>>
  readonly after: Readonly<Record<Target, Compliance>>
  /** How many tickets would change, and the first of them. */
  readonly changed: number
  readonly first: readonly Different[]
}

interface Asked {
  readonly days?: number
  /** The rules to try, made of those in force. */
  readonly rules: (present: Rules) => Rules
  readonly progress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

/** Small enough that other requests get their turn between two of them. */
const batch = 1_000
const shown = 100

/**
 * Replays the tickets of the last `days` (90) under the rules in force and under others, from the events: what was
 * promised to each, and what would have been kept. Both are replayed, so that what differs is the rules alone. Writes nothing.
 */
export async function simulate(
  _: Admin | System,
  { days = 90, rules, progress, signal }: Asked,
): Promise<Simulation> {
  const policies = await allPolicies(db)
  const present = { policies, hoursOf: await hoursFor(db, policies) }
  const wanted = rules(present)
  const [span] = await db.execute<{ from: string; now: string; first: number | null; all: number }>(sql`
    select moment() - make_interval(days => ${days}) as from, moment() as now, min(id) as first, count(*)::integer as all
    from tickets where created_at >= moment() - make_interval(days => ${days})`)
  const [from, now] = [new Date(span?.from ?? 0), new Date(span?.now ?? 0)]
  const tally = { before: none(), after: none() }
  const different: (Omit<Different, 'subject'> & { readonly id: number })[] = []
  let [done, changed, after] = [0, 0, (span?.first ?? 1) - 1]
  for (;;) {
    signal?.throwIfAborted()
    const stories = await storiesAfter(after, from)
    for (const story of stories) {
      const old = ended(replay(story, present, now), from)
      const then = ended(replay(story, wanted, now), from)
      count(tally.before, old)
      count(tally.after, then)
      const differing = targets.filter((target) => standing(old, target) !== standing(then, target))
      if (differing.length > 0) changed += 1
      for (const target of differing)
        if (different.length < shown)
          different.push({
            id: story.id,
            refid: story.refid,
            target,
            before: standing(old, target),
            after: standing(then, target),
          })
    }
    done += stories.length
    progress?.(done, span?.all ?? done)
    const last = stories.at(-1)
    if (!last || stories.length < batch) break
    after = last.id
  }
  const subjects = await subjectsOf(different.map(({ id }) => id))
  return {
    days,
    tickets: done,
    ...tally,
    changed,
    first: different.map(({ id, ...one }) => ({ ...one, subject: subjects.get(id) ?? '' })),
  }
}

const none = () => ({
  first_response: { met: 0, breached: 0 },
  next_response: { met: 0, breached: 0 },
  resolution: { met: 0, breached: 0 },
})

/** Those that ended or breached in the period. */
const ended = (clocks: readonly Clock[], from: Date) =>
  clocks.filter(({ breachedAt, endedAt, outcome }) =>
    breachedAt ? breachedAt >= from : outcome === 'met' && endedAt !== null && endedAt >= from,
  )

function count(tally: ReturnType<typeof none>, clocks: readonly Clock[]) {
  for (const { target, breachedAt } of clocks) tally[target][breachedAt ? 'breached' : 'met'] += 1
}

const standing = (clocks: readonly Clock[], target: Target) => {
  const own = clocks.filter((clock) => clock.target === target)
  if (own.some(({ breachedAt }) => breachedAt)) return 'breached'
  return own.length > 0 ? 'met' : 'none'
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
  past: [kind: string, ms: number, before: string | number | null, after: Past['to']][] | null
}

async function storiesAfter(after: number, from: Date): Promise<readonly Story[]> {
  const rows = await db.execute<StoryRow>(sql`
    select t.id, t.refid, t.created_at as "filedAt", t.channel, t.priority, t.category_id as "categoryId",
      (select p.organization_id from people p where p.id = t.requester_id) as "organizationId",
      case when f.actor_id is not distinct from t.requester_id then 'customer' else 'agent' end as by, e.past
    from (select * from tickets where id > ${after} and created_at >= ${from.toISOString()}::timestamptz order by id limit ${batch}) t
    left join lateral (select actor_id from events where ticket_id = t.id and kind = 'ticket.created' limit 1) f on true
    left join lateral (
      select json_agg(json_build_array(e.kind, extract(epoch from e.at) * 1000,
        case e.kind when 'ticket.prioritized' then to_json(e.change -> 'priority' ->> 0)
          when 'ticket.categorized' then (select to_json(c.id) from categories c where c.name = e.change -> 'category' ->> 0 limit 1) end,
        case e.kind when 'ticket.prioritized' then to_json(e.change -> 'priority' ->> 1)
          when 'ticket.categorized' then (select to_json(c.id) from categories c where c.name = e.change -> 'category' ->> 1 limit 1)
          when 'ticket.handed_over' then (select to_json(m.id) from teams m where m.name = e.change -> 'team' ->> 1 order by m.id desc limit 1)
          when 'ticket.tagged' then (select json_agg(g.id) from tags g where g.name = any(string_to_array(e.change -> 'tags' ->> 1, ', ')))
          else to_json(e.change -> 'status' ->> 1) end) order by e.id) as past
      from events e
      where e.ticket_id = t.id and e.kind in ('message.received', 'message.answered', 'ticket.status', 'ticket.resolved',
        'ticket.reopened', 'ticket.closed', 'ticket.prioritized', 'ticket.categorized', 'ticket.handed_over', 'ticket.tagged')
    ) e on true
    order by t.id`)
  return rows.map(storyOf)
}

const kinds: Readonly<Record<string, Past['kind']>> = {
  'message.received': 'wrote',
  'message.answered': 'answered',
  'ticket.prioritized': 'priority',
  'ticket.categorized': 'category',
  'ticket.handed_over': 'team',
  'ticket.tagged': 'tags',
}

function storyOf({ past, filedAt, ...row }: StoryRow): Story {
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
    past: told.map(([kind, ms, , to]) => ({ kind: kinds[kind] ?? 'status', at: new Date(ms), to })),
  }
}

async function subjectsOf(ids: readonly number[]) {
  const rows = await db.execute<{ id: number; subject: string }>(
    sql`select id, subject from tickets where id = any(${sql.param(`{${ids.join()}}`)}::bigint[])`,
  )
  return new Map(rows.map(({ id, subject }) => [id, subject]))
}
