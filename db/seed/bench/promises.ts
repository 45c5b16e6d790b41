import type { Sql } from 'postgres'
import { promises } from './company'

/** How long back clocks are kept for tickets that are done; those of live tickets are all there. */
const days = 90

/**
 * The clocks as the ledger of lib/sla would have them (a test recomputes them): around the clock, the resolution standing
 * still while the ticket is pending. What was due by now has happened, so a worker finds nothing to do.
 */
export async function planClocks(sql: Sql, now: Date) {
  const moment = `timestamptz '${now.toISOString()}'`
  await sql.unsafe(`
    create unlogged table bench.clocks as
    with held as (
      select n, created, priority, ${momentOf('a')} as answered, ${momentOf('p')} as paused, ${momentOf('o')} as resumed,
        ${momentOf('r')} as resolved
      from bench.tickets where deeds !~ '[rx]$' or created > ${moment} - interval '${days} days'
    ), promised as (
      select n, created, 'first_response'::sla_target as target, ${secondsOf('first_response')} as seconds,
        null::timestamptz as paused, null::timestamptz as resumed, answered as ended from held
      union all
      select n, created, 'resolution', ${secondsOf('resolution')}, paused, resumed, resolved from held
    ), timed as (
      select *, ${after('seconds')} as due, ${after('(seconds - greatest(seconds / 5, 1800))')} as risk from promised
    )
    select n, target, seconds, created as started, paused, resumed, ended, due, risk,
      case when risk <= coalesce(ended, ${moment}) then risk end as warned,
      case when due < coalesce(ended, ${moment}) then due end as breached
    from timed`)
  await sql.unsafe('create index on bench.clocks (n) where ended is null')
  await sql.unsafe('analyze bench.clocks')
}

const momentOf = (deed: string) =>
  `case when deeds ~ '${deed}' then bench.moment(created, life, deeds, strpos(deeds, '${deed}')) end`

const secondsOf = (target: 'first_response' | 'resolution') =>
  `case priority ${Object.entries(promises)
    .map(([priority, seconds]) => `when '${priority}' then ${seconds[target]}`)
    .join(' ')} end`

/** When so many seconds have passed in which the clock ran; null: it stands still before. */
const after = (seconds: string) => `
  case when paused is null or created + ${seconds} * interval '1 second' <= paused then created + ${seconds} * interval '1 second'
    else created + ${seconds} * interval '1 second' + (resumed - paused) end`

export const clocks = `
  insert into sla_clocks (ticket_id, target, instance, policy_id, seconds, pausing, started_at, pauses, due_at, risk_at, warned_at,
    breached_at, ended_at, outcome, next_at)
  select n, target, 1, (select id from sla_policies where fallback), seconds,
    case target when 'resolution' then '{pending}' else '{}' end::status[], started,
    case when paused is null then '[]' else jsonb_build_array(jsonb_build_object('from', paused, 'to', resumed)) end,
    case when ended is null then due end, case when ended is null then risk end, warned, breached, ended,
    case when ended is not null then 'met' end::sla_outcome,
    case when ended is null then least(case when warned is null then risk end, case when breached is null then due end) end
  from bench.clocks order by n`

export const ledger = `
  insert into sla_ledger (ticket_id, target, instance, kind, at, reason, policy_id, seconds, pausing, due_at, recorded_at)
  select n, target, 1, kind, at, reason,
    case kind when 'started' then (select id from sla_policies where fallback) end, case kind when 'started' then seconds end,
    case kind when 'started' then case target when 'resolution' then '{pending}' else '{}' end end::status[], entry.due, at
  from bench.clocks cross join lateral (values
    (1, 'started', started, 'filed', started + seconds * interval '1 second'),
    (2, 'at_risk', warned, 'deadline', due),
    (3, 'breached', breached, 'deadline', due),
    (4, 'paused', paused, 'pending', case when breached < paused then due end),
    (5, 'resumed', resumed, 'open', due),
    (6, 'met', ended, case target when 'resolution' then 'resolved' else 'answered' end, due)
  ) entry(place, kind, at, reason, due)
  where entry.at is not null order by n, target, entry.at, entry.place`
