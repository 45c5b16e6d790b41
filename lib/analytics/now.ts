import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Target } from '@/lib/sla/target'
import { counted, countedLive } from '@/lib/tickets/counted'
import type { Priority } from '@/lib/tickets/ticket'
import { millis } from '@/lib/time-words'

/** A ticket with a deadline. */
export interface Due {
  readonly refid: string
  readonly subject: string
  readonly priority: Priority
  readonly target: Target
  readonly startedAt: string
  /** From when on it is at risk. */
  readonly riskAt: string
  readonly dueAt: string
  readonly assignee: string | null
}

export interface OnDuty {
  readonly name: string
  readonly email: string
  /** Unresolved tickets that they have. */
  readonly load: number
  /** Since when they get no new ones; null: they are there. */
  readonly awaySince: string | null
  /** They cannot sign in any more; somebody has to take over what they have. */
  readonly gone: boolean
}

/** A deadline that passed. */
export interface Breach extends Omit<Due, 'priority' | 'startedAt' | 'riskAt'> {
  readonly id: number
}

/** How the helpdesk stands at this moment. */
export interface Board {
  readonly open: number
  readonly unassigned: number
  readonly needsFirstReply: number
  readonly atRisk: number
  readonly breached: number
  /** Since when the customer who waits longest waits; null: none does. */
  readonly oldestWaiting: string | null
  /** The deadlines of the next hours, the first first. */
  readonly radar: readonly Due[]
  /** Not breached yet, whenever it will be. */
  readonly nextToBreach: readonly Due[]
  readonly agents: readonly OnDuty[]
  /** The latest first. */
  readonly breaches: readonly Breach[]
}

const radar = 4 * 3_600_000
const [mostDue, mostNext, mostBreaches] = [200, 10, 15]

const live = countedLive(sql`t`)

const due = sql`json_build_object('refid', d.refid, 'subject', d.subject, 'priority', d.priority, 'target', d.sla_target,
  'startedAt', d.sla_started_at, 'riskAt', d.sla_risk_at, 'dueAt', d.sla_due_at, 'assignee', (select p.name from people p where p.id = d.assignee_id))`

/** All of it in one statement: the numbers and the lists are of one moment. */
export async function board(): Promise<Board> {
  const [row] = await db.execute<Row>(sql`
    with live as materialized (
      select assignee_id, first_answered_at, waiting_since, sla_due_at, sla_risk_at from tickets t where ${live})
    select c.*, moment() as now,
      (select coalesce(json_agg(${due} order by d.sla_due_at), '[]') from (
        select t.* from tickets t
        where ${live} and t.sla_due_at is not null and coalesce(t.sla_due_at, 'infinity'::timestamptz) >= moment()
        order by coalesce(t.sla_due_at, 'infinity'::timestamptz), t.id limit ${mostDue}) d) as due,
      (select coalesce(json_agg(json_build_object('name', a.name, 'email', a.email, 'load', a.load, 'awaySince', a.away_since, 'gone', a.gone)
          order by a.gone desc, a.away_since is not null, a.load desc, a.name), '[]')
        from (
          select p.name, p.email, p.away_since, p.deactivated_at is not null as gone, coalesce(l.load, 0) as load
          from people p left join (select assignee_id, count(*)::integer as load from live group by assignee_id) l on l.assignee_id = p.id
          where p.role <> 'customer') a
        where a.load > 0 or (a.away_since is null and not a.gone)) as agents,
      (select coalesce(json_agg(json_build_object('id', b.id, 'refid', b.refid, 'subject', b.subject, 'target', b.target,
          'dueAt', b.at, 'assignee', b.assignee) order by b.at desc, b.id desc), '[]')
        from (
          select e.id, t.refid, t.subject, e.change -> 'target' ->> 1 as target, e.at, p.name as assignee
          from events e join tickets t on t.id = e.ticket_id and ${counted(sql`t`)} left join people p on p.id = t.assignee_id
          where e.kind = 'sla.breached' and exists (
            select from sla_clocks k where k.ticket_id = t.id and k.target::text = e.change -> 'target' ->> 1
              and k.instance = coalesce((e.change -> 'instance' ->> 1)::integer, 1) and k.breached_at = e.at)
          order by e.at desc, e.id desc limit ${mostBreaches}) b) as breaches
    from (
      select count(*)::integer as open, (count(*) filter (where assignee_id is null))::integer as unassigned,
        (count(*) filter (where first_answered_at is null))::integer as "needsFirstReply",
        (count(*) filter (where sla_due_at >= moment() and sla_risk_at <= moment()))::integer as "atRisk",
        (count(*) filter (where sla_due_at < moment()))::integer as breached, min(waiting_since) as "oldestWaiting"
      from live) c`)
  if (!row) throw new Error('The database told no board')
  const { due: deadlines, now, ...rest } = row
  const until = millis(now) + radar
  return {
    ...rest,
    radar: deadlines.filter(({ dueAt }) => millis(dueAt) < until),
    nextToBreach: deadlines.slice(0, mostNext),
  }
}

type Row = { [Name in Exclude<keyof Board, 'radar' | 'nextToBreach'>]: Board[Name] } & {
  /** The next deadlines, whenever they are. */
  readonly due: readonly Due[]
  readonly now: string
}
