import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { factTotals, ticketDays, workspaceZone } from '@/db/views'
import type { Target } from '@/lib/sla/target'
import { countedLive } from '@/lib/tickets/counted'
import type { FactDimension, FactKind } from './fact'
import { upToDate } from './fresh'

const live = countedLive(sql`t`)

export interface Dashboard {
  /** Tickets neither resolved nor closed. */
  readonly totalOpen: number
  /** Tickets that are resolved or closed. */
  readonly totalResolved: number
  /** Mean hours from filing to the first agent reply; null: nothing was answered. */
  readonly avgFirstResponse: number | null
  /** Percent of the tickets ever resolved that were not reopened; null: nothing was resolved. */
  readonly successRate: number | null
}

export async function dashboard(): Promise<Dashboard> {
  await upToDate()
  const [row] = await db.execute<{ [Field in keyof Dashboard]: Dashboard[Field] }>(sql`
    select
      (select count(*)::integer from tickets t where ${live}) as "totalOpen",
      (${ever('all', 'resolved', sql`coalesce(sum(good), 0)::integer`)}) as "totalResolved",
      (${ever('all', 'first_response', meanHours(sql`n`))}) as "avgFirstResponse",
      (${ever('previous', 'resolved', percent, sql`value = 0`)}) as "successRate"`)
  return row ?? { totalOpen: 0, totalResolved: 0, avgFirstResponse: null, successRate: null }
}

export interface SlaNow {
  /** Unresolved tickets with a running target past its deadline. */
  readonly breached: number
  /** Unresolved tickets with a running target of which at most a fifth, or half an hour, is left; not yet breached. */
  readonly atRisk: number
}

async function slaNow(): Promise<SlaNow> {
  const [row] = await db.execute<{ [Field in keyof SlaNow]: SlaNow[Field] }>(sql`
    select
      (count(*) filter (where sla_due_at < moment()))::integer as breached,
      (count(*) filter (where sla_due_at >= moment() and sla_risk_at <= moment()))::integer as "atRisk"
    from tickets t where ${live}`)
  return row ?? { breached: 0, atRisk: 0 }
}

/** Percent of the targets met in time, of those that were met or breached, by kind and of all; null: none was. */
export type Compliance = Readonly<Record<Target | 'all', number | null>>

export async function compliance(): Promise<Compliance> {
  await upToDate()
  const rows = await db.execute<{ target: keyof Compliance; rate: number | null }>(sql`
    select coalesce(replace(kind::text, '_target', ''), 'all') as target, ${percent} as rate
    from ${factTotals} where dimension = 'all' and kind in ('first_response_target', 'next_response_target', 'resolution_target')
    group by rollup (kind)`)
  const none: Compliance = { first_response: null, next_response: null, resolution: null, all: null }
  return { ...none, ...Object.fromEntries(rows.map(({ target, rate }) => [target, rate])) }
}

export interface SlaMetrics extends SlaNow {
  /** Of all kinds of targets. */
  readonly complianceRate: number | null
}

export async function slaMetrics(): Promise<SlaMetrics> {
  const [now, { all }] = await Promise.all([slaNow(), compliance()])
  return { ...now, complianceRate: all }
}

export interface TrendDay {
  /** `2026-01-31`, in the workspace's time zone. */
  readonly date: string
  readonly created: number
  /** Resolutions made on that day. */
  readonly resolved: number
}

/** The last `days` days up to today, every day present. */
export async function dailyTrends(days: number): Promise<TrendDay[]> {
  await upToDate()
  const rows = await db.execute<{ [Field in keyof TrendDay]: TrendDay[Field] }>(sql`
    with today as (
      select (moment() at time zone ${workspaceZone})::date as day
    )
    select to_char(days.day, 'YYYY-MM-DD') as date, coalesce(created, 0) as created, coalesce(resolved, 0) as resolved
    from today
    cross join generate_series(today.day - ${days}::integer + 1, today.day, interval '1 day') as days(day)
    left join ${ticketDays} on ${ticketDays.day} = days.day::date
    order by days.day`)
  return [...rows]
}

export interface AgentPerformance {
  readonly agentName: string
  /** Resolved tickets that this agent had when they were resolved. */
  readonly ticketsResolved: number
  /** Mean of 1 to 5; null: not rated. */
  readonly avgRating: number | null
}

/** The `limit` agents with the most resolved tickets. */
export async function agentPerformance(limit: number): Promise<AgentPerformance[]> {
  await upToDate()
  const rows = await db.execute<{ [Field in keyof AgentPerformance]: AgentPerformance[Field] }>(sql`
    select p.name as "agentName", r.good as "ticketsResolved", round(s.amount::numeric / s.n, 1)::float8 as "avgRating"
    from ${factTotals} r
    join people p on p.id = r.value
    left join ${factTotals} s on s.kind = 'rated' and s.dimension = 'agent' and s.value = r.value
    where r.kind = 'resolved' and r.dimension = 'agent' and r.good > 0
    order by r.good desc, p.name
    limit ${limit}`)
  return [...rows]
}

export interface ResponseTimes {
  /** Mean hours from filing to the first agent reply; null: nothing was answered. */
  readonly avgFirstResponse: number | null
  /** Mean hours from filing to the last resolution; null: nothing is resolved. */
  readonly avgResolution: number | null
}

export async function responseTimes(): Promise<ResponseTimes> {
  await upToDate()
  const [row] = await db.execute<{ [Field in keyof ResponseTimes]: ResponseTimes[Field] }>(sql`
    select (${ever('all', 'first_response', meanHours(sql`n`))}) as "avgFirstResponse",
      (${ever('all', 'resolved', meanHours(sql`good`))}) as "avgResolution"`)
  return row ?? { avgFirstResponse: null, avgResolution: null }
}

export interface Today {
  readonly open: number
  readonly unassigned: number
  readonly breached: number
  readonly createdToday: number
  readonly resolvedToday: number
}

/** The command line's overview of today, in the workspace's time zone. */
export async function today(): Promise<Today> {
  const [[present], [day], sla] = await Promise.all([
    db.execute<{ open: number; unassigned: number }>(sql`
      select count(*)::integer as open, (count(*) filter (where assignee_id is null))::integer as unassigned
      from tickets t where ${live}`),
    dailyTrends(1),
    slaNow(),
  ])
  return {
    open: present?.open ?? 0,
    unassigned: present?.unassigned ?? 0,
    breached: sla.breached,
    createdToday: day?.created ?? 0,
    resolvedToday: day?.resolved ?? 0,
  }
}

/** One number of the facts of a kind since the beginning. */
const ever = (dimension: FactDimension, kind: FactKind, number: SQL, where: SQL = sql`true`) =>
  sql`select ${number} from ${factTotals} where dimension = ${dimension} and kind = ${kind} and ${where}`

const percent = sql`round(100.0 * sum(good) / nullif(sum(n), 0), 1)::float8`

const meanHours = (number: SQL) => sql`round(sum(amount) / nullif(sum(${number}), 0) / 3600, 2)::float8`
