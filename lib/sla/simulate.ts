import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { readWhile } from '@/db/read-while'
import { counted } from '@/lib/tickets/counted'
import type { Admin, System } from '@/lib/viewer'
import type { Clock } from './clock'
import { allPolicies, hoursFor } from './load'
import { replay } from './replay'
import type { Rules } from './sla-policy'
import { pastKeys, storiesSince } from './stories'
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

const batch = 1_000
/** Replayed without a break: few milliseconds. Between two of them other requests get their turn, and the next batch arrives. */
const handful = 50
const shown = 100

/**
 * Replays the tickets of the last `days` (90) under the rules in force and under others, from the events: what was
 * promised to each, and what would have been kept. Both are replayed, so that what differs is the rules alone. Writes nothing.
 * Once `signal` aborts it ends, in the database too.
 */
export async function simulate(
  _: Admin | System,
  { days = 90, rules, progress, signal }: Asked,
): Promise<Simulation> {
  const policies = await allPolicies(db)
  const present = { policies, hoursOf: await hoursFor(db, policies) }
  const wanted = rules(present)
  const keys = await pastKeys()
  const [span] = await readWhile<Span>(
    signal,
    sql`
    select moment() - make_interval(days => ${days}) as from, moment() as now, min(id) as first, count(*)::integer as all
    from tickets where created_at >= moment() - make_interval(days => ${days}) and ${counted(sql`tickets`)}`,
  )
  const [from, now] = [new Date(span?.from ?? 0), new Date(span?.now ?? 0)]
  const tally = { before: none(), after: none() }
  const different: (Omit<Different, 'subject'> & { readonly id: number })[] = []
  let [done, changed] = [0, 0]
  progress?.(done, span?.all ?? done)
  for await (const stories of storiesSince(span?.first ?? 1, { from, batch, keys, signal })) {
    for (const [place, story] of stories.entries()) {
      if (place % handful === 0) await turn()
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

type Span = { from: string; now: string; first: number | null; all: number }

async function subjectsOf(ids: readonly number[]) {
  const rows = await db.execute<{ id: number; subject: string }>(
    sql`select id, subject from tickets where id = any(${sql.param(`{${ids.join()}}`)}::bigint[])`,
  )
  return new Map(rows.map(({ id, subject }) => [id, subject]))
}
