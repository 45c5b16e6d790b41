import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { ticketDays } from '@/db/views'
import type { Target } from '@/lib/sla/target'

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
  const [row] = await db.execute<{ [Field in keyof Dashboard]: Dashboard[Field] }>(sql`
    select
      (count(*) filter (where status in ('open', 'pending', 'on_hold')))::integer as "totalOpen",
      (count(*) filter (where status in ('resolved', 'closed')))::integer as "totalResolved",
      ${hours(sql`first_answered_at - created_at`)} as "avgFirstResponse",
      (select round(100.0 * count(*) filter (where not reopened) / nullif(count(*), 0), 1)::float8
        from (select bool_or(kind = 'ticket.reopened') as reopened from events
          where kind in ('ticket.resolved', 'ticket.reopened') group by ticket_id
          having bool_or(kind = 'ticket.resolved')) ended) as "successRate"
    from tickets`)
  return row ?? { totalOpen: 0, totalResolved: 0, avgFirstResponse: null, successRate: null }
}

export interface SlaNow {
  /** Unresolved tickets with a running target past its deadline. */
  readonly breached: number
  /** Unresolved tickets with a running target of which at most a fifth, or half an hour, is left; not yet breached. */
  readonly atRisk: number
}

export async function slaNow(): Promise<SlaNow> {
  const [row] = await db.execute<{ [Field in keyof SlaNow]: SlaNow[Field] }>(sql`
    select
      (count(*) filter (where sla_due_at < moment()))::integer as breached,
      (count(*) filter (where sla_due_at >= moment() and sla_risk_at <= moment()))::integer as "atRisk"
    from tickets where status in ('open', 'pending', 'on_hold')`)
  return row ?? { breached: 0, atRisk: 0 }
}

/** Percent of the targets met in time, of those that were met or breached, by kind and of all; null: none was. */
export type Compliance = Readonly<Record<Target | 'all', number | null>>

export async function compliance(): Promise<Compliance> {
  const rows = await db.execute<{ target: keyof Compliance; rate: number | null }>(sql`
    select coalesce(target::text, 'all') as target, round(100.0 * count(*) filter (where outcome = 'met' and breached_at is null)
      / nullif(count(*), 0), 1)::float8 as rate
    from sla_clocks where outcome = 'met' or breached_at is not null or due_at < moment()
    group by rollup (target)`)
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
export const dailyTrends = async (days: number): Promise<TrendDay[]> => [
  ...(await db.execute<{ [Field in keyof TrendDay]: TrendDay[Field] }>(sql`
    with today as (
      select (moment() at time zone coalesce((select value #>> '{}' from settings where key = 'timeZone'), 'UTC'))::date as day
    )
    select to_char(days.day, 'YYYY-MM-DD') as date, coalesce(created, 0) as created, coalesce(resolved, 0) as resolved
    from today
    cross join generate_series(today.day - ${days}::integer + 1, today.day, interval '1 day') as days(day)
    left join ${ticketDays} on ${ticketDays.day} = days.day::date
    order by days.day`)),
]

export interface AgentPerformance {
  readonly agentName: string
  /** Resolved tickets that this agent had when they were resolved. */
  readonly ticketsResolved: number
  /** Mean of 1 to 5; null: not rated. */
  readonly avgRating: number | null
}

/** The `limit` agents with the most resolved tickets. */
export const agentPerformance = async (limit: number): Promise<AgentPerformance[]> => [
  ...(await db.execute<{ [Field in keyof AgentPerformance]: AgentPerformance[Field] }>(sql`
    select p.name as "agentName", count(*)::integer as "ticketsResolved", round(avg(r.score), 1)::float8 as "avgRating"
    from tickets t
    join people p on p.id = t.solver_id
    left join ratings r on r.ticket_id = t.id and r.agent_id = p.id
    group by p.id, p.name
    order by count(*) desc, p.name
    limit ${limit}`)),
]

export interface ResponseTimes {
  /** Mean hours from filing to the first agent reply; null: nothing was answered. */
  readonly avgFirstResponse: number | null
  /** Mean hours from filing to the last resolution; null: nothing is resolved. */
  readonly avgResolution: number | null
}

export async function responseTimes(): Promise<ResponseTimes> {
  const [row] = await db.execute<{ [Field in keyof ResponseTimes]: ResponseTimes[Field] }>(sql`
    select ${hours(sql`first_answered_at - created_at`)} as "avgFirstResponse",
      ${hours(sql`resolved_at - created_at`)} as "avgResolution"
    from tickets`)
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
  const [[counts], [day], sla] = await Promise.all([
    db.execute<{ open: number; unassigned: number }>(sql`
      select count(*)::integer as open, (count(*) filter (where assignee_id is null))::integer as unassigned
      from tickets where status in ('open', 'pending', 'on_hold')`),
    dailyTrends(1),
    slaNow(),
  ])
  return {
    open: counts?.open ?? 0,
    unassigned: counts?.unassigned ?? 0,
    breached: sla.breached,
    createdToday: day?.created ?? 0,
    resolvedToday: day?.resolved ?? 0,
  }
}

const hours = (span: ReturnType<typeof sql>) => sql`round(avg(extract(epoch from ${span})) / 3600, 2)::float8`
