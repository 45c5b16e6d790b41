import type { Sql } from 'postgres'
import { agentsPerTeam, categories, customersOf, firstCustomer, teams } from './company'

/** What is loaded, and the end of the company's history. */
export interface Plan {
  readonly tickets: number
  readonly now: Date
  /** The history is cut into so many parts, with about as many tickets each: what is done in one is written at once. */
  readonly parts: number
}

const hours = 2 * 365 * 24
/** None is shorter than the life of a ticket, so its deeds are in its own part or the next. */
const mostParts = 40
const ticketsOfPart = 25_000

export const planFor = (tickets: number, now: Date): Plan => ({
  tickets,
  now,
  parts: Math.min(mostParts, Math.ceil(tickets / ticketsOfPart)),
})

/**
 * How many tickets come in in every hour of two years, in a helpdesk that grows and has its hours of the day and days of
 * the week; and room for each part of the plan.
 */
export async function cut(sql: Sql, { tickets, now, parts }: Plan) {
  const moment = `timestamptz '${now.toISOString()}'`
  await sql.unsafe(`
    create table bench.agents as select id, name from people where role = 'agent';
    create table bench.hours as
    select hour, seconds, floor(${parts} * progress / 1.0001)::integer as part,
      round(${tickets} * (sum(weight) over past - weight) / sum(weight) over ())::bigint as low,
      round(${tickets} * (sum(weight) over past) / sum(weight) over ())::bigint as high
    from (
      select *, seconds * (0.55 + 0.45 * progress)
        * case extract(isodow from local) when 1 then 1.15 when 6 then 0.3 when 7 then 0.22 else 1 end
        * (0.08 + exp(-power((extract(hour from local) - 10) / 2.4, 2)) + 0.85 * exp(-power((extract(hour from local) - 15) / 2.6, 2))) as weight
      from (
        select hour, hour at time zone 'UTC' as local, passed / ${hours}.0 as progress,
          least(3600, extract(epoch from ${moment} - hour)) as seconds
        from generate_series(0, ${hours}) passed
        cross join lateral (select date_trunc('hour', ${moment}) - (${hours} - passed) * interval '1 hour' as hour) one
      ) dated
    ) weighed
    window past as (order by hour);
    create table bench.tickets (part integer, n bigint, created timestamptz, life float8, requester bigint, team bigint,
      category bigint, channel channel, priority priority, story integer, agent bigint, score integer) partition by list (part);
    create table bench.deeds (part integer, id bigint, message bigint, n bigint, deed text, at timestamptz, actor bigint,
      channel channel, agent bigint, score integer) partition by list (part);
    create table bench.parts (part integer, deeds bigint, said bigint)`)
  // All of them before any is filled: to make one waits for whoever writes into another.
  for (let part = 0; part < parts; part += 1)
    for (const table of ['tickets', 'deeds'])
      await sql.unsafe(
        `create unlogged table bench.${table}_${part} partition of bench.${table} for values in (${part}) with (${untended})`,
      )
}

/** Nothing looks after what is gone in some minutes. */
export const untended = 'autovacuum_enabled = false'

/** Who asks for what and when, for every ticket that comes in in a part. */
export const planTickets = ({ tickets, now }: Plan, part: number) => [
  `insert into bench.tickets_${part}
  select ${part}, n, created, case when live then least(life, floor(age * (0.2 + 0.75 * bench.chance(n, 5)))) else life end,
    requester, team, category, channel, priority, s.id,
    ${colleague('n', 'team', '9')},
    case when s.rated is not null then 5 - floor(5 * least(0.999,
      bench.chance(n, 60) ^ (2.2 + bench.chance(coalesce(team, 1), 61)) + life / 4000000)) end
  from (
    select *, case when n = ${tickets} / 2 then 'endless' when spam then 'spam' when live then 'live' when age < life + 604800 then 'recent'
        else 'done' end as standing, case when category is not null then 1 + (category - 1) % ${teams.length} end as team
    from (
      select *, spam or age < life + 3600 or bench.chance(n, 1) < 0.9 * exp(-age / (6 * 86400)) + 0.002 as live
      from (
        select *, 1800 * exp(bench.chance(n, 8) * ln(200)::float8)
            * case priority when 'low' then 1.3 when 'medium' then 1 when 'high' then 0.5 else 0.2 end as life
        from (
          select n, created, extract(epoch from timestamptz '${now.toISOString()}' - created)::float8 as age,
            bench.chance(n, 13) < 0.004 as spam,
            ${firstCustomer} + floor(${customersOf(tickets)} * bench.chance(n, 2) ^ 1.5)::bigint as requester,
            case when bench.chance(n, 3) < 0.92 then 1 + floor(${categories.length} * bench.chance(n, 4) ^ 1.5)::bigint end as category,
            ${oneOf('channel', 6, { email: 0.5, portal: 0.85, widget: 0.93, api: 0.95, agent: 1 })} as channel,
            ${oneOf('priority', 7, { low: 0.2, medium: 0.75, high: 0.94, urgent: 1 })} as priority
          from bench.hours
          cross join lateral generate_series(low + 1, high) n
          cross join lateral (select date_trunc('second', hour + seconds * (n - low - 0.5) / (high - low) * interval '1 second') as created) dated
          where part = ${part} offset 0
        ) asked offset 0
      ) lived offset 0
    ) standing offset 0
  ) planned
  join bench.stories s using (standing)
  where bench.chance(n, 10) >= s.low and bench.chance(n, 10) < s.high`,
]

/**
 * All that is done in a part, in the order of time, which is also the order of keys and of places on disk; numbered within
 * the part. Of what the tickets of the part before live to see, some happens in this one.
 */
export const planDeeds = ({ parts }: Plan, part: number) => [
  `insert into bench.deeds_${part}
  select ${part}, row_number() over past, count(*) filter (where deed in ('c', 'a', 'n')) over past, n, deed, at,
    case when deed in ('f', 'c', 'o', 'k', 'g') then requester when deed = 'n' then ${colleague('n + place', 'team', '11')}
      when deed <> 'x' then agent end,
    case when deed = 'c' then channel else 'agent' end, agent, score
  from (
    select t.*, place, deed, bench.moment(created, life, share, later) as at
    from bench.tickets t join bench.steps using (story)
    where part in (${part - 1}, ${part}) offset 0
  ) told
  where ${part === 0 ? 'true' : `at >= ${beginning(part)}`} and ${part + 1 === parts ? 'true' : `at < ${beginning(part + 1)}`}
  window past as (order by at, n, place rows unbounded preceding)`,
  `insert into bench.parts select ${part}, count(*), max(message) from bench.deeds where part = ${part}`,
]

const beginning = (part: number) => `(select min(hour) from bench.hours where part = ${part})`

/** Somebody of the team; some of them do more than others. */
const colleague = (n: string, team: string, salt: string) =>
  `(coalesce(${team}, 1) - 1) * ${agentsPerTeam} + 1 + floor(${agentsPerTeam} * bench.chance(${n}, ${salt}) ^ 1.4)::bigint`

/** A word of an enumeration by chance: each up to its share. */
const oneOf = (type: string, salt: number, upTo: Readonly<Record<string, number>>) =>
  `case ${Object.entries(upTo)
    .map(([word, share]) => `when bench.chance(n, ${salt}) < ${share} then '${word}'`)
    .join(' ')} end::${type}`
