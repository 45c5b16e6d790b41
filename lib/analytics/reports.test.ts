import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { randomFrom } from '@/db/seed/random'
import { at } from '@/lib/clock'
import { channels, priorities } from '@/lib/tickets/ticket'
import { agentsReport } from './agents-report'
import { categoriesReport } from './categories-report'
import { makeHistories } from './histories'
import { overview } from './overview'
import { addDays, bucketsOf, type Period } from './period'
import { ratingsReport } from './ratings-report'
import { rebuild } from './rebuild'
import { readScope, type Scope } from './scope'
import { slaReport } from './sla-report'
import { type ReadFact, readFacts } from './testing'

// In the sea between Chile and New Zealand: clocks change by half an hour elsewhere, here by one and at 2:45.
const zone = 'Pacific/Chatham'
const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format()

let all: readonly ReadFact[]
let keys: {
  readonly agents: Map<string, number>
  readonly categories: Map<string, number>
  readonly teams: Map<string, number>
}

beforeAll(async () => {
  await makeHistories({ seed: 11, tickets: 60, timeZone: zone })
  await rebuild()
  all = await readFacts(zone)
  const named = async (from: string, name: string) =>
    new Map(
      (
        await db.execute<{ id: number; name: string }>(
          sql.raw(`select id, ${name}::text as name from ${from}`),
        )
      ).map((row) => [row.name, row.id]),
    )
  keys = {
    agents: await named(`people where role <> 'customer'`, 'email'),
    categories: await named('categories', 'slug'),
    teams: await named('teams', 'uid'),
  }
}, 120_000)

/** The reading of METRICS over the facts of a scope. */
function read(scope: Scope, period: Period) {
  const agentId = scope.agent === undefined ? undefined : keys.agents.get(scope.agent)
  const fits = (fact: ReadFact) =>
    (scope.priority.length === 0 || scope.priority.some((one) => one === fact.priority)) &&
    (scope.channel.length === 0 || scope.channel.some((one) => one === fact.channel)) &&
    (scope.category.length === 0 ||
      scope.category.some((one) =>
        one === 'none' ? fact.categoryId === null : keys.categories.get(one) === fact.categoryId,
      )) &&
    (scope.team.length === 0 ||
      scope.team.some((one) => (one === 'none' ? fact.teamId === null : keys.teams.get(one) === fact.teamId)))
  const ofTickets = all.filter(fits)
  const credited = ofTickets.filter((fact) => agentId === undefined || fact.agentId === agentId)
  const within = ({ day }: ReadFact) => day >= period.from && day <= period.to
  const of = (kind: ReadFact['kind']) => credited.filter((fact) => fact.kind === kind && within(fact))
  const seconds = (facts: readonly ReadFact[]) =>
    facts.flatMap((fact) => (scope.hours === 'business' ? fact.openAmount : fact.amount) ?? [])
  const share = (facts: readonly ReadFact[]) => ({
    n: facts.filter(({ good }) => good).length,
    of: facts.length,
  })
  const resolved = of('resolved')
  const byTicket = [...Map.groupBy(resolved, ({ ticketId }) => ticketId).values()]
  const firsts = resolved.filter(({ previous }) => previous === null)
  const ratings = of('rated').map(({ amount }) => amount ?? 0)
  const held =
    agentId === undefined ? ofTickets : ofTickets.filter(({ ticketId }) => holderOf(ticketId) === agentId)
  return {
    created: of('created').length,
    replies: of('reply').length,
    resolved: resolved.length,
    ticketsResolved: byTicket.length,
    backlog: backlog(held, period.to),
    targets: {
      first_response: share(of('first_response_target')),
      next_response: share(of('next_response_target')),
      resolution: share(of('resolution_target')),
    },
    firstResponse: spread(seconds(of('first_response'))),
    nextResponse: spread(seconds(of('next_response'))),
    resolution: spread(seconds(resolved)),
    success: { n: byTicket.filter((own) => own.every(({ good }) => good)).length, of: byTicket.length },
    reopened: { n: firsts.filter(({ good }) => !good).length, of: firsts.length },
    oneTouch: {
      n: resolved.filter(({ good, replies }) => good && replies === 1).length,
      of: resolved.filter(({ good }) => good).length,
    },
    ratings: {
      n: ratings.filter((score) => score >= 4).length,
      of: ratings.length,
      average: ratings.length > 0 ? mean(ratings) : null,
    },
  }
}

const holderOf = (ticketId: number) =>
  all.find((fact) => fact.kind === 'created' && fact.ticketId === ticketId)?.agentId

/** Created, and the last that happened to it by the end of that day is no resolution. */
function backlog(facts: readonly ReadFact[], day: string) {
  const told = facts
    .filter((fact) => fact.day <= day && ['created', 'resolved', 'reopened'].includes(fact.kind))
    .sort((one, other) => one.at - other.at)
  const last = new Map(told.map(({ ticketId, kind }) => [ticketId, kind]))
  return [...last.values()].filter((kind) => kind !== 'resolved').length
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

function spread(values: readonly number[]) {
  if (values.length === 0) return null
  const sorted = [...values].sort((one, other) => one - other)
  const at = (share: number) => {
    const rank = share * (sorted.length - 1)
    const [low = 0, high = 0] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]]
    return low + (rank - Math.floor(rank)) * (high - low)
  }
  return { n: values.length, mean: mean(values), median: at(0.5), p90: at(0.9) }
}

/** Every report of a scope. */
async function agrees(scope: Scope) {
  await overviewAgrees(scope)
  await slaAgrees(scope)
  await agentsAgree(scope)
  await ratingsAgree(scope)
  await categoriesAgree(scope)
}

async function overviewAgrees(scope: Scope) {
  const report = await overview(scope)
  const totals = (period: Period) => {
    const { replies: _, ...rest } = read(scope, period)
    return close(rest)
  }
  expect(report.totals).toEqual(totals(scope.period))
  expect(report.before).toEqual(scope.before && totals(scope.before))
  expect(report.buckets.map(({ period }) => period)).toEqual(bucketsOf(scope.period))
  for (const bucket of report.buckets) {
    const { replies: _, nextResponse: __, firstResponse, resolution, ...rest } = read(scope, bucket.period)
    const medians = (of: { readonly median: number; readonly p90: number } | null) =>
      of && { median: of.median, p90: of.p90 }
    expect(bucket).toEqual({
      period: bucket.period,
      ...close({ ...rest, firstResponse: medians(firstResponse), resolution: medians(resolution) }),
    })
  }
  const created = read(scope, scope.period).created
  const inAll = (volumes: readonly { readonly created: number }[]) =>
    volumes.reduce((sum, one) => sum + one.created, 0)
  expect([report.categories, report.channels, report.priorities].map(inAll)).toEqual([
    created,
    created,
    created,
  ])
  expect(report.hours.reduce((sum, one) => sum + one, 0)).toBe(created)
}

async function slaAgrees(scope: Scope) {
  const report = await slaReport(scope)
  const targets = (part: Partial<Scope>, period = scope.period) => read({ ...scope, ...part }, period).targets
  expect(report.targets).toEqual(targets({}))
  expect(report.before).toEqual(scope.before && targets({}, scope.before))
  for (const bucket of report.buckets) expect(bucket.targets).toEqual(targets({}, bucket.period))
  if (scope.priority.length === 0)
    for (const { name, targets: kept } of report.priorities)
      expect(kept).toEqual(targets({ priority: readScope({ priority: name }, today).priority }))
  if (scope.team.length === 0)
    for (const { name, targets: kept } of report.teams) expect(kept).toEqual(targets({ team: [name] }))
  if (scope.category.length === 0)
    for (const { name, targets: kept } of report.categories)
      expect(kept).toEqual(targets({ category: [name] }))
}

async function agentsAgree(scope: Scope) {
  if (scope.agent !== undefined) return
  for (const row of await agentsReport(scope)) {
    const own = read({ ...scope, agent: row.name }, scope.period)
    const missed = Object.values(own.targets).reduce((sum, { n, of }) => sum + of - n, 0)
    expect(row).toEqual(
      close({
        name: row.name,
        label: row.label,
        resolved: own.resolved,
        replies: own.replies,
        firstResponse: own.firstResponse?.median ?? null,
        nextResponse: own.nextResponse?.median ?? null,
        ratings: own.ratings.of,
        averageRating: own.ratings.of >= 5 ? own.ratings.average : null,
        breaches: missed,
        load: read({ ...scope, agent: row.name }, { from: today, to: '2100-01-01' }).backlog,
      }),
    )
  }
}

async function ratingsAgree(scope: Scope) {
  const report = await ratingsReport(scope)
  expect(report.ratings).toEqual(close(read(scope, scope.period).ratings))
  expect(report.scores.reduce((sum, n) => sum + n, 0)).toBe(report.ratings.of)
  for (const bucket of report.buckets)
    expect(bucket.ratings).toEqual(close(read(scope, bucket.period).ratings))
}

async function categoriesAgree(scope: Scope) {
  if (scope.category.length > 0) return
  for (const row of await categoriesReport(scope)) {
    const own = read({ ...scope, category: [row.name] }, scope.period)
    const sum = (field: 'n' | 'of') =>
      Object.values(own.targets).reduce((total, share) => total + share[field], 0)
    expect(row).toEqual(
      close({
        name: row.name,
        label: row.label,
        created: own.created,
        resolved: own.resolved,
        firstResponse: own.firstResponse?.median ?? null,
        resolution: own.resolution?.median ?? null,
        kept: { n: sum('n'), of: sum('of') },
        ratings: own.ratings,
      }),
    )
  }
}

/** Between two durations the machine's arithmetic may differ in the last bit. */
const close = <Value>(value: Value): Value => {
  if (typeof value === 'number' && !Number.isInteger(value)) return expect.closeTo(value, 6) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, close(inner)])) as Value
}

describe('a report is what METRICS says, read over the raw events', () => {
  const random = randomFrom(5)

  test.for(['7d', '30d', '90d', 'month', 'last_month', '12m', '24m'])('over %s', async (period) => {
    for (const hours of ['calendar', 'business']) await agrees(readScope({ period, hours }, today))
  })

  test('over any days at all', async () => {
    for (let count = 0; count < 15; count++) {
      const from = addDays(today, -random.whole(0, 90))
      const to = addDays(from, random.pick([0, 1, 6, 30, 59, 200]))
      await agrees(
        readScope({ period: 'custom', from, to, hours: random.pick(['calendar', 'business']) }, today),
      )
    }
  })

  test('of any part of the tickets', async () => {
    for (let count = 0; count < 25; count++) {
      const some = (names: Iterable<string>) => (random.chance(0.3) ? random.pick([...names]) : undefined)
      await agrees(
        readScope(
          {
            period: random.pick(['7d', '30d', '90d', '12m']),
            hours: random.pick(['calendar', 'business']),
            priority: some(priorities.map((one) => `${one},${random.pick(priorities)}`)),
            channel: some(channels),
            category: some(keys.categories.keys()),
            team: some([...keys.teams.keys(), 'none']),
            agent: some(keys.agents.keys()),
          },
          today,
        ),
      )
    }
  })
})

test('what is asked for and does not exist finds nothing, and of nothing there is no share', async () => {
  const { totals } = await at(new Date(), () => overview(readScope({ category: 'gone' }, today)))
  expect(totals).toMatchObject({ created: 0, backlog: 0, firstResponse: null, success: { n: 0, of: 0 } })
})
