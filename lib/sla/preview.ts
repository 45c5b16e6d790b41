import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { advance } from './advance'
import { type Clock, nameOf } from './clock'
import { aheadOn } from './keep'
import { batch, liveAfter } from './live'
import type { Held } from './load'
import type { Rules } from './sla-policy'
import type { Target } from './target'

/** When something is due; or why it is not. */
export type Due = Date | 'paused' | 'not promised'

/** What would become of one promise. */
export interface Change {
  readonly target: Target
  readonly before: Due
  readonly after: Due
}

/** A ticket to which something else would be promised. */
export interface Affected {
  readonly refid: string
  readonly subject: string
  readonly changes: readonly Change[]
}

export interface Preview {
  /** How many tickets would be promised something else. */
  readonly count: number
  /** How many of them would be late at once. */
  readonly late: number
  /** How many tickets, of all, would have a step of an escalation taken at once. */
  readonly escalated: number
  /** The first of them, soonest deadline first. */
  readonly first: readonly Affected[]
}

const shown = 20
/** Counted without a break: few milliseconds. Between two of them other requests get their turn. */
const handful = 50

/**
 * What other rules would change on the tickets that are not over: clock by clock, for one that is late hides what comes after
 * it. Writes nothing. Once `signal` aborts it ends, with the signal's reason.
 */
export async function preview(
  because: 'policy' | 'calendar',
  rulesThen: (present: Rules) => Rules,
  signal?: AbortSignal,
): Promise<Preview> {
  const tally = { count: 0, late: 0, escalated: 0 }
  let first: readonly Named[] = []
  for (let after = 0; ; ) {
    const { tickets, rules } = await liveAfter(db, after)
    const then = rulesThen(rules)
    const affected: Named[] = []
    for (const [place, ticket] of tickets.entries()) {
      if (place % handful === 0) await turn()
      signal?.throwIfAborted()
      const { clocks } = advance(ticket.clocks, ticket, { kind: 'reconsidered', because }, ticket.now, then)
      if (escalatedAtOnce(ticket, clocks, rules, then)) tally.escalated += 1
      const changed = changedClocks(ticket, clocks)
      if (changed.length === 0) continue
      tally.count += 1
      if (changed.some((pair) => lateAtOnce(pair, ticket.now))) tally.late += 1
      affected.push({ id: ticket.id, changes: changed.map(changeOf) })
    }
    first = [...first, ...affected]
      .sort((one, other) => soonest(one.changes) - soonest(other.changes))
      .slice(0, shown)
    if (tickets.length < batch) break
    after = tickets.at(-1)?.id ?? after
  }
  const names = await namesOf(first.map(({ id }) => id))
  return {
    ...tally,
    first: first.map(({ id, changes }) => ({ refid: '', subject: '', ...names.get(id), changes })),
  }
}

interface Named {
  readonly id: number
  readonly changes: readonly Change[]
}

/** By the new rules alone: what is due already is taken anyway. */
function escalatedAtOnce(ticket: Held, clocks: readonly Clock[], present: Rules, then: Rules) {
  const stored = new Map(ticket.clocks.map((clock) => [nameOf(clock), clock]))
  const due = (clock: Clock | undefined, rules: Rules) =>
    clock === undefined
      ? []
      : aheadOn(ticket, clock, stored.get(nameOf(clock)), rules)
          .filter(({ at }) => at <= ticket.now)
          .flatMap(({ step }) => step?.key ?? [])
  return clocks.some((clock) => {
    const anyway = due(stored.get(nameOf(clock)), present)
    return due(clock, then).some((key) => !anyway.includes(key))
  })
}

interface Pair {
  readonly before: Clock | undefined
  readonly after: Clock
}

/** Clocks that begin, end, or are held to another amount of time or another moment. */
function changedClocks({ clocks }: Held, then: readonly Clock[]): readonly Pair[] {
  const now = new Map(clocks.map((clock) => [nameOf(clock), clock]))
  return then
    .map((after) => ({ before: now.get(nameOf(after)), after }))
    .filter(
      ({ before, after }) =>
        before?.seconds !== after.seconds ||
        before.dueAt?.getTime() !== after.dueAt?.getTime() ||
        before.endedAt?.getTime() !== after.endedAt?.getTime(),
    )
}

const changeOf = ({ before, after }: Pair): Change => ({
  target: after.target,
  before: dueOf(before),
  after: dueOf(after),
})

const dueOf = (clock: Clock | undefined): Due =>
  !clock || clock.endedAt ? 'not promised' : (clock.dueAt ?? 'paused')

/** By the new rules alone: what had passed unnoticed is late anyway. */
const lateAtOnce = ({ before, after }: Pair, now: Date) =>
  after.breachedAt !== null && !before?.breachedAt && !(before?.dueAt && before.dueAt < now)

const soonest = (changes: readonly Change[]) =>
  Math.min(
    ...changes.map(({ after }) => (after instanceof Date ? after.getTime() : Number.POSITIVE_INFINITY)),
  )

async function namesOf(ids: readonly number[]) {
  const rows = await db.execute<{ id: number; refid: string; subject: string }>(
    sql`select id, refid, subject from tickets where id = any(${sql.param(`{${ids.join()}}`)}::bigint[])`,
  )
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}
