import { and, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import { randomFrom } from '@/db/seed/random'
import { agent } from '@/lib/testing/people'
import { conditions } from '@/lib/tickets/queue-conditions'
import { readQueueFilter } from '@/lib/tickets/queue-filter'
import { channels, priorities } from '@/lib/tickets/ticket'
import type { Agent } from '@/lib/viewer'
import { type Behind, type BehindNumber, behindWords, queueBehind } from './behind'
import { makeHistories } from './histories'
import { overview } from './overview'
import { addDays } from './period'
import { rebuild } from './rebuild'
import { readScope, type Scope } from './scope'
import { type ReadFact, readFacts } from './testing'

const zone = 'Europe/Berlin'
const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format()

let all: readonly ReadFact[]
let supervisor: Agent
let agents: ReadonlyMap<string, number>
let slugs: ReadonlyMap<string, number>

beforeAll(async () => {
  await makeHistories({ seed: 3, tickets: 60, timeZone: zone })
  await rebuild()
  all = await readFacts(zone)
  supervisor = await agent('Sue', 'supervisor')
  const named = async (query: string) =>
    new Map((await db.execute<{ id: number; name: string }>(sql.raw(query))).map((row) => [row.name, row.id]))
  agents = await named(`select id, email::text as name from people where role <> 'customer'`)
  slugs = await named('select id, slug as name from categories')
}, 120_000)

/** The tickets that the queue shows at an address. */
async function shown(href: string, viewer = supervisor) {
  const filter = readQueueFilter(Object.fromEntries(new URL(href, 'http://localhost').searchParams))
  const rows = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(...conditions(viewer, filter, new Date())))
    .orderBy(tickets.id)
  return rows.map(({ id }) => id)
}

const of =
  (kind: ReadFact['kind'], also: (fact: ReadFact) => unknown = () => true) =>
  (fact: ReadFact) =>
    fact.kind === kind && Boolean(also(fact))
const met = (kind: ReadFact['kind']) => of(kind, ({ good }) => good)
const missed = (kind: ReadFact['kind']) => of(kind, ({ good }) => !good)

const means: Readonly<Record<Exclude<Behind, 'lasting' | 'backlog'>, (fact: ReadFact) => boolean>> = {
  created: of('created'),
  first_response: of('first_response'),
  next_response: of('next_response'),
  reply: of('reply'),
  resolved: of('resolved'),
  settled: met('resolved'),
  first_resolved: of('resolved', ({ previous }) => previous === null),
  bounced: of('resolved', ({ previous, good }) => previous === null && !good),
  one_touch: of('resolved', ({ good, replies }) => good && replies === 1),
  reopened: of('reopened'),
  first_response_target: of('first_response_target'),
  first_response_met: met('first_response_target'),
  first_response_missed: missed('first_response_target'),
  next_response_target: of('next_response_target'),
  next_response_met: met('next_response_target'),
  next_response_missed: missed('next_response_target'),
  resolution_target: of('resolution_target'),
  resolution_met: met('resolution_target'),
  resolution_missed: missed('resolution_target'),
  due: (fact) => fact.kind.endsWith('_target'),
  missed: (fact) => fact.kind.endsWith('_target') && !fact.good,
  rated: of('rated'),
  happy: met('rated'),
}

/** The tickets that a number counts, read from the raw events. */
function counted(scope: Scope, { what, period, by, hour, score }: BehindNumber) {
  const agentId = by === undefined ? undefined : agents.get(by)
  const fits = all.filter(
    (fact) =>
      (scope.priority.length === 0 || scope.priority.some((one) => one === fact.priority)) &&
      (scope.channel.length === 0 || scope.channel.some((one) => one === fact.channel)) &&
      (scope.category.length === 0 ||
        scope.category.some((one) =>
          one === 'none' ? fact.categoryId === null : slugs.get(one) === fact.categoryId,
        )),
  )
  if (what === 'backlog') return unresolved(fits, period.to, agentId)
  const then = fits.filter(
    (fact) =>
      fact.day >= period.from &&
      fact.day <= period.to &&
      (agentId === undefined || fact.agentId === agentId) &&
      (hour === undefined || fact.hour === hour) &&
      (score === undefined || fact.amount === score),
  )
  const counting = what === 'lasting' ? lasting(then) : then.filter(means[what])
  return [...new Set(counting.map(({ ticketId }) => ticketId))].sort((one, other) => one - other)
}

function lasting(facts: readonly ReadFact[]) {
  const resolved = facts.filter(of('resolved'))
  return resolved.filter(({ ticketId }) => resolved.every((one) => one.ticketId !== ticketId || one.good))
}

function unresolved(facts: readonly ReadFact[], day: string, agentId: number | undefined) {
  const state = facts
    .filter((fact) => fact.day <= day && ['created', 'resolved', 'reopened'].includes(fact.kind))
    .sort((one, other) => one.at - other.at)
  const last = new Map(state.map(({ ticketId, kind }) => [ticketId, kind]))
  const holder = new Map(all.filter(of('created')).map((fact) => [fact.ticketId, fact.agentId]))
  return [...last]
    .filter(([id, kind]) => kind !== 'resolved' && (agentId === undefined || holder.get(id) === agentId))
    .map(([id]) => id)
    .sort((one, other) => one - other)
}

test.for(
  Object.keys(behindWords) as Behind[],
)('the link of “%s” opens exactly the tickets that it counts', async (what) => {
  const random = randomFrom(what.length)
  let found = 0
  for (let count = 0; count < 12; count++) {
    // At first all that there is.
    const whole = count === 0
    const maybe = <Value>(values: Iterable<Value>) =>
      !whole && random.chance(0.3) ? random.pick([...values]) : undefined
    const from = addDays(today, whole ? -80 : -random.whole(0, 80))
    const number: BehindNumber = {
      what,
      period: { from, to: whole ? today : addDays(from, random.whole(0, 60)) },
      by: maybe(agents.keys()),
      ...(what === 'created' && { hour: maybe([9, 30, 80, 140]) }),
      ...(what === 'rated' && { score: maybe([1, 3, 5]) }),
    }
    const scope = readScope(
      { priority: maybe(priorities), channel: maybe(channels), category: maybe([...slugs.keys(), 'none']) },
      today,
    )
    const expected = counted(scope, number)
    expect(await shown(queueBehind(scope, number))).toEqual(expected)
    found += expected.length
  }
  expect(found).toBeGreaterThan(0)
})

test('the numbers of the overview are as many as the tickets behind them', async () => {
  const scope = readScope({ period: '90d' }, today)
  const { totals, categories, hours, buckets } = await overview(scope)
  const size = async (what: Behind, more: Partial<BehindNumber> = {}, narrower = {}) =>
    (await shown(queueBehind(scope, { what, period: scope.period, ...more }, narrower))).length
  expect(await size('created')).toBe(totals.created)
  expect(await size('resolved')).toBe(totals.ticketsResolved)
  expect(await size('lasting')).toBe(totals.success.n)
  expect(await size('first_resolved')).toBe(totals.reopened.of)
  expect(await size('bounced')).toBe(totals.reopened.n)
  expect(await size('one_touch')).toBe(totals.oneTouch.n)
  expect(await size('settled')).toBe(totals.oneTouch.of)
  expect(await size('settled')).toBe(totals.resolution?.n)
  expect(await size('first_response')).toBe(totals.firstResponse?.n)
  expect(await size('rated')).toBe(totals.ratings.of)
  expect(await size('happy')).toBe(totals.ratings.n)
  for (const { period, created, backlog } of buckets) {
    expect(await size('created', { period })).toBe(created)
    expect(await size('backlog', { period })).toBe(backlog)
  }
  for (const { name, created } of categories)
    expect(await size('created', {}, { category: [name] })).toBe(created)
  for (const [hour, created] of hours.entries())
    if (created) expect(await size('created', { hour })).toBe(created)
})

test('an agent takes their own numbers apart, and nobody else’s', async () => {
  const scope = readScope({}, today)
  const number = { what: 'reply', period: { from: addDays(today, -80), to: today } } as const
  const [email = '', id = 0] =
    [...agents].find(([, key]) => all.some(({ kind, agentId }) => kind === 'reply' && agentId === key)) ?? []
  const colleague = { ...supervisor, role: 'agent' } as const
  const own = queueBehind(scope, { ...number, by: email })
  expect(await shown(own, { ...colleague, id, email })).toEqual(counted(scope, { ...number, by: email }))
  expect(await shown(own, colleague)).toEqual([])
  expect(await shown(queueBehind(scope, number), colleague)).toEqual([])
})
