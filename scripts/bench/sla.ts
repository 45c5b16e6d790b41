import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { record } from '@/lib/events/record'
import { personById } from '@/lib/people/by-id'
import { deadline } from '@/lib/sla/business-time'
import type { Hours } from '@/lib/sla/calendar'
import { fireDue } from '@/lib/sla/fire'
import { mismatches } from '@/lib/sla/recompute'
import { simulate } from '@/lib/sla/simulate'
import { whatIf } from '@/lib/sla/what-if'
import { change } from '@/lib/tickets/change'
import { transition } from '@/lib/tickets/transition'
import { inTransaction, type Tx } from '@/lib/transaction'
import { isAgent, system } from '@/lib/viewer'
import { median } from './load'

type Report = (line: Readonly<Record<string, string | number>>) => void

/** What the SLA costs: computing a deadline, a verb, a sweep over a million tickets, five thousand deadlines at once, a recomputation. */
export async function measureSla(report: Report) {
  report({ name: 'sla: a deadline over a year of business days', medianMicroseconds: oneDeadline() })
  await makeTickets(1, 100_000)
  await makeClocks()
  report({ name: 'sla: what a verb costs more', ...(await oneVerb()) })
  report({ name: 'sla: 100,000 tickets recomputed', seconds: await recomputed() })
  await makeHistories()
  report({ name: 'sla: 100,000 tickets simulated', seconds: await simulated() })
  await makeTickets(100_001, 1_000_000)
  report({
    name: 'sla: a sweep with nothing due, of 1,000,000 tickets with 5,000 clocks',
    medianMs: await sweep(),
  })
  report({ name: 'sla: 5,000 deadlines at once, until the worker has done them', seconds: await allAtOnce() })
}

const officeHours: Hours = {
  timeZone: 'Europe/Oslo',
  weekly: {
    mon: [['08:00', '16:00']],
    tue: [['08:00', '16:00']],
    wed: [['08:00', '16:00']],
    thu: [['08:00', '16:00']],
    fri: [['08:00', '15:00']],
  },
  days: [
    { date: '05-17', name: 'Constitution Day' },
    { date: '12-25', name: 'Christmas Day' },
    { date: '12-24', name: 'Christmas Eve', closed: [['12:00', '24:00']] },
  ],
}

/** Business hours of a year, from a moment that is another one each time. */
function oneDeadline() {
  const start = Date.UTC(2026, 0, 5, 9)
  const times = Array.from({ length: 2_000 }, (_, index) => {
    const from = new Date(start + index * 61_000)
    const begun = performance.now()
    deadline(officeHours, from, 250 * 7.8 * 3600)
    return (performance.now() - begun) * 1_000
  })
  return round(median(times))
}

type Waits = 'open' | 'pending'
type Way = (tx: Tx, ticket: { readonly id: number }, from: Waits, to: Waits) => Promise<unknown>

/**
 * The verb that sets a status, from its begin to its commit, and the same without what it does for the SLA; with a bare
 * round trip, in turns on the same tickets. Each way pauses a clock and lets it go on.
 */
async function oneVerb() {
  const agent = await anAgent()
  const ways = {
    with: (tx, { id }, from, to) => transition(tx, agent, { id, status: from }, to),
    without: async (tx, ticket, from, to) => {
      await change(tx, ticket, { status: from }, 'everyone', { status: to })
      const about = { ticket, audience: 'everyone', change: { status: [from, to] } } as const
      await record(tx, agent, 'ticket.status', about)
    },
  } satisfies Record<string, Way>
  const tickets = await db.execute<{ id: number }>(
    sql`select id from tickets where subject like 'Measured %' and status = 'open' limit 300`,
  )
  const times = { with: [] as number[], without: [] as number[], trip: [] as number[] }
  const timed = async (name: keyof typeof times, work: () => Promise<unknown>) => {
    const begun = performance.now()
    await work()
    times[name].push(performance.now() - begun)
  }
  for (const [turn, ticket] of tickets.entries())
    for (const name of turn % 2 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
      await timed('trip', () => db.execute(sql`select 1`))
      await timed(name, () => inTransaction((tx) => ways[name](tx, ticket, 'open', 'pending')))
      await timed(name, () => inTransaction((tx) => ways[name](tx, ticket, 'pending', 'open')))
    }
  const warm = (all: readonly number[]) => median(all.slice(100))
  const [withIt, without, trip] = [warm(times.with), warm(times.without), warm(times.trip)]
  return {
    medianMs: round(withIt - without),
    withMs: round(withIt),
    withoutMs: round(without),
    roundTripMs: round(trip),
  }
}

async function anAgent() {
  const [row] = await db.execute<{ id: number }>(
    sql`select id from people where role = 'agent' and deactivated_at is null order by id limit 1`,
  )
  const agent = await personById(row?.id ?? 0)
  if (!isAgent(agent)) throw new Error('There is no agent')
  return agent
}

const running = 5_000

/** The first of them are open, the others have been closed. */
async function makeTickets(first: number, last: number) {
  await db.execute(sql`
    insert into tickets (refid, requester_id, subject, status, priority, channel, created_at, updated_at, public_updated_at,
      resolved_at, closed_at)
    select 'SUP-' || lpad(n::text, 8, '0'), (select id from people where role = 'customer' limit 1), 'Measured ' || n,
      case when n <= ${running} then 'open' else 'closed' end::status, 'medium', 'api', at, at, at,
      case when n > ${running} then at end, case when n > ${running} then at end
    from (select n, now() - n * interval '20 seconds' as at
      from generate_series(${first}::integer, ${last}::integer) n) one`)
  await db.execute(sql`vacuum analyze tickets`)
}

/** Each ticket has had a clock; those of the open ones run for a year. */
async function makeClocks() {
  await db.execute(sql`
    insert into sla_clocks (ticket_id, target, instance, policy_id, seconds, pausing, started_at, due_at, risk_at, warned_at,
      ended_at, outcome, next_at)
    select id, 'resolution', 1, (select id from sla_policies where fallback), 31536000, '{pending}', at,
      case when open then at + interval '365 days' end, case when open then at + interval '292 days' end,
      case when open then at end, case when not open then at + interval '1 hour' end,
      case when not open then 'met' end::sla_outcome, case when open then at + interval '365 days' end
    from (select id, created_at as at, substr(refid, 5)::integer <= ${running} as open from tickets
      where subject like 'Measured %') measured`)
  await db.execute(sql`
    insert into sla_ledger (ticket_id, target, instance, kind, at, reason, policy_id, seconds, pausing)
    select ticket_id, target, instance, 'started', started_at, 'filed', policy_id, seconds, pausing
    from sla_clocks where seconds = 31536000 order by ticket_id`)
  await db.execute(sql`
    insert into sla_ledger (ticket_id, target, instance, kind, at, reason)
    select ticket_id, target, instance, case when ended_at is null then 'at_risk' else 'met' end,
      coalesce(ended_at, warned_at), 'measured'
    from sla_clocks where seconds = 31536000 order by ticket_id`)
  await db.execute(sql`
    update tickets t set sla_due_at = c.due_at, sla_target = c.target, sla_started_at = c.started_at, sla_risk_at = c.risk_at
    from sla_clocks c where c.ticket_id = t.id and c.due_at is not null and t.subject like 'Measured %'`)
  await db.execute(sql`vacuum analyze sla_clocks`)
  await db.execute(sql`vacuum analyze sla_ledger`)
}

/** Each was filed, answered, set to wait for the customer, written to and resolved. */
async function makeHistories() {
  await db.execute(sql`
    insert into events (kind, audience, actor_id, ticket_id, change, at)
    select one.kind, 'everyone', case when one.ours then null else t.requester_id end, t.id, one.change::jsonb,
      t.created_at + one.minutes * interval '1 minute'
    from tickets t cross join (values
      (1, 'ticket.created', false, '{}', 0), (2, 'message.received', false, '{}', 0), (3, 'message.answered', true, '{}', 30),
      (4, 'ticket.status', true, '{"status": ["open", "pending"]}', 30), (5, 'message.received', false, '{}', 50),
      (6, 'ticket.status', false, '{"status": ["pending", "open"]}', 50), (7, 'message.answered', true, '{}', 58),
      (8, 'ticket.resolved', true, '{"status": ["open", "resolved"]}', 60)
    ) as one(place, kind, ours, change, minutes)
    where t.subject like 'Measured %' order by t.id, one.place`)
  await db.execute(sql`vacuum analyze events`)
}

/** With targets of minutes for all of it. */
async function simulated() {
  const minutes = { first_response: 1200, next_response: 600, resolution: 7200 }
  const targets = { low: minutes, medium: minutes, high: minutes, urgent: minutes }
  const rules = await whatIf({ policy: 'Everyone', targets })
  const begun = performance.now()
  await simulate(system, { rules })
  return round((performance.now() - begun) / 1_000)
}

async function sweep() {
  const times: number[] = []
  for (let turn = 0; turn < 50; turn += 1) {
    const begun = performance.now()
    await fireDue()
    times.push(performance.now() - begun)
  }
  return round(median(times))
}

/** The worker of the run does it; we only look until nothing is due any more. */
async function allAtOnce() {
  const begun = performance.now()
  await db.execute(sql`
    with due as (
      update sla_clocks set due_at = now(), next_at = now() where next_at > now() + interval '300 days' returning ticket_id)
    update tickets set sla_due_at = now() where id in (select ticket_id from due)`)
  for (;;) {
    const [left] = await db.execute<{ count: number }>(
      sql`select count(*)::integer as count from sla_clocks where next_at <= now()`,
    )
    if (left?.count === 0) return round((performance.now() - begun) / 1_000)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function recomputed() {
  const begun = performance.now()
  const found = await mismatches(db)
  if (found.length > 0) throw new Error(`${found.length} ledgers tell otherwise: ${found[0]?.what}`)
  return round((performance.now() - begun) / 1_000)
}

const round = (value: number) => Number(value.toFixed(2))
