import { promises } from './company'
import { type Plan, untended } from './plan'

/**
 * The clocks of a part as the ledger of lib/sla would have them (a test recomputes them): around the clock, the resolution
 * standing still while the ticket is pending, a new one for a ticket that is reopened. What was due by now has happened, so
 * a worker finds nothing to do.
 */
export const planClocks = ({ now }: Plan, part: number) => {
  const moment = `timestamptz '${now.toISOString()}'`
  return [
    `create unlogged table bench.clocks_${part} with (${untended}) as
    with held as (
      select n, created, priority, ${momentsOf('answered', 'paused', 'resumed', 'solved', 'reopened', 'resolved', 'spam')}
      from bench.tickets t join bench.stories s on s.id = t.story where part = ${part}
    ), promised as (
      select n, 'first_response'::sla_target as target, 1 as instance, created as started, ${secondsOf('first_response')} as seconds,
        null::timestamptz as paused, null::timestamptz as resumed, answered as met, spam from held
      union all
      select n, 'resolution', 1, created, ${secondsOf('resolution')}, paused, resumed, solved, spam from held
      union all
      select n, 'resolution', 2, reopened, ${secondsOf('resolution')}, null, null, resolved, null from held where reopened is not null
    ), timed as (
      select *, coalesce(met, spam) as ended, ${after('seconds')} as due, ${after('(seconds - greatest(seconds / 5, 1800))')} as risk
      from promised
    )
    select n, target, instance, seconds, started, paused, resumed, ended, spam is not null as voided, due, risk,
      case when risk <= coalesce(ended, ${moment}) then risk end as warned,
      case when due < coalesce(ended, ${moment}) then due end as breached
    from timed`,
    `analyze bench.clocks_${part}`,
  ]
}

const momentsOf = (...names: readonly string[]) =>
  names.map((name) => `bench.moment(created, life, s.${name}) as ${name}`).join(', ')

const secondsOf = (target: 'first_response' | 'resolution') =>
  `case priority ${Object.entries(promises)
    .map(([priority, seconds]) => `when '${priority}' then ${seconds[target]}`)
    .join(' ')} end`

/** When so many seconds have passed in which the clock ran; null: it stands still before. */
const after = (seconds: string) => `
  case when paused is null or started + ${seconds} * interval '1 second' <= paused then started + ${seconds} * interval '1 second'
    else started + ${seconds} * interval '1 second' + (resumed - paused) end`

export const clocks = (part: number) => `
  insert into sla_clocks (ticket_id, target, instance, policy_id, seconds, pausing, started_at, pauses, due_at, risk_at, warned_at,
    breached_at, ended_at, outcome, next_at, assignee_id)
  select n, target, instance, (select id from sla_policies where fallback), seconds,
    case target when 'resolution' then '{pending}' else '{}' end::status[], started,
    case when paused is null then '[]' else jsonb_build_array(jsonb_build_object('from', paused, 'to', resumed)) end,
    case when ended is null then due end, case when ended is null then risk end, warned, breached, ended,
    case when ended is not null then case when voided then 'voided' else 'met' end end::sla_outcome,
    case when ended is null then least(case when warned is null then risk end, case when breached is null then due end) end,
    case when breached is not null or ended is not null then agent end
  from bench.clocks_${part}
  left join (
    select n, agent from bench.tickets t join bench.stories s on s.id = t.story and s.assigned
    where part = ${part}) had using (n)
  order by n`

/** The ledger of what has ended long ago is left out where there is more of it than anybody looks at. */
const ledgered = 100_000

export const ledger = ({ tickets }: Plan, part: number) => `
  insert into sla_ledger (ticket_id, target, instance, kind, at, reason, policy_id, seconds, pausing, due_at, recorded_at)
  select n, target, instance, kind, at, reason,
    case kind when 'started' then (select id from sla_policies where fallback) end, case kind when 'started' then seconds end,
    case kind when 'started' then case target when 'resolution' then '{pending}' else '{}' end end::status[], entry.due, at
  from bench.clocks_${part} cross join lateral (values
    (1, 'started', started, case instance when 1 then 'filed' else 'reopened' end, started + seconds * interval '1 second'),
    (2, 'at_risk', warned, 'deadline', due),
    (3, 'breached', breached, 'deadline', due),
    (4, 'paused', paused, 'pending', case when breached < paused then due end),
    (5, 'resumed', resumed, 'open', due),
    (6, case when voided then 'voided' else 'met' end, ended,
      case when voided then 'spam' when target = 'resolution' then 'resolved' else 'answered' end, due)
  ) entry(place, kind, at, reason, due)
  where entry.at is not null and n > ${tickets - ledgered}
  order by n, target, instance, entry.at, entry.place`
