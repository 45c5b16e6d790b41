import type { Sql } from 'postgres'
import { tagCount } from './company'
import { clocks, ledger } from './promises'
import { sentenceCount } from './words'

/** How many pages of the plan one statement makes rows of. */
const pagesAtOnce = 4_000

/** The statements that fill the large tables from the plan, the longest first. They can run side by side. */
export async function fillings(sql: Sql): Promise<readonly string[]> {
  const [deeds] = await sql<{ pages: number }[]>`
    select ceil(pg_relation_size('bench.deeds') / 8192.0)::integer as pages`
  const parts = Array.from({ length: Math.ceil((deeds?.pages ?? 0) / pagesAtOnce) }, (_, part) => {
    const from = part * pagesAtOnce
    return `(select * from bench.deeds where ctid >= '(${from},0)' and ctid < '(${from + pagesAtOnce},0)') deeds`
  })
  return [tickets, ...parts.map(messages), ...parts.map(events), ticketTags, clocks, ledger]
}

const tickets = `
  insert into tickets (id, refid, requester_id, category_id, assignee_id, team_id, subject, status, priority, channel, created_at,
    updated_at, public_updated_at, waiting_since, first_answered_at, resolved_at, solver_id, closed_at,
    sla_due_at, sla_target, sla_started_at, sla_risk_at, sla_paused_at) overriding system value
  select t.n, bench.refid(t.n), requester, category, agent, team, upper(left(subject, 1)) || substr(subject, 2),
    case right(deeds, 1) when 'x' then 'closed' when 'r' then 'resolved' when 'h' then 'on_hold' when 'p' then 'pending' else 'open' end::status,
    priority, channel, created, bench.moment(created, life, deeds, length(deeds)),
    bench.moment(created, life, deeds, length(rtrim(deeds, 'nmh'))),
    case when unanswered ~ 'c' and resolved = 0
      then bench.moment(created, life, deeds, length(deeds) - length(unanswered) + strpos(unanswered, 'c')) end,
    case when deeds ~ 'a' then bench.moment(created, life, deeds, strpos(deeds, 'a')) end,
    case when resolved > 0 then bench.moment(created, life, deeds, resolved) end,
    case when resolved > 0 then agent end,
    case when deeds ~ 'x' then bench.moment(created, life, deeds, length(deeds)) end,
    next.due, next.target, case when next.due is not null then created end, next.risk, case when next.due is null then next.paused end
  from bench.tickets t
  cross join lateral (select strpos(deeds, 'r') as resolved, regexp_replace(deeds, '^.*a', '') as unanswered) told
  cross join lateral (
    select string_agg(w.word, ' ' order by one) as subject
    from generate_series(1, 3 + floor(3 * bench.chance(t.n, 12))::integer) one
    join bench.words w on w.place = bench.word(t.n, 20 + one)) titled
  left join (
    select n, min(due) as due, (array_agg(target order by due, target) filter (where due is not null))[1] as target,
      min(risk) filter (where due is not null) as risk, max(paused) filter (where resumed is null) as paused
    from bench.clocks where ended is null group by n) next on next.n = t.n
  order by t.n`

const messages = (part: string) => `
  insert into messages (id, uid, ticket_id, author_id, audience, channel, body, created_at) overriding system value
  select message, bench.uid(1, message), n, actor, audience, channel,
    hello || concat_ws(' ', a.text, b.text, c.text, d.text)
      || ' ' || v.word || ' ' || w.word || case when bench.chance(message, 36) < 0.1
        then ' INV-' || floor(200000 * bench.chance(message, 37))::integer else '' end
      || bye,
    at
  from ${part}
  join bench.told on letter = deed and said
  join bench.sentences a on a.place = ${sentence(31)}
  left join bench.sentences b on b.place = case when bench.chance(message, 30) < 0.65 then ${sentence(32)} end
  left join bench.sentences c on c.place = case when bench.chance(message, 30) < 0.4 then ${sentence(33)} end
  left join bench.sentences d on d.place = case when bench.chance(message, 30) < 0.15 then ${sentence(34)} end
  join bench.words v on v.place = bench.word(message, 35)
  join bench.words w on w.place = bench.word(message, 38)`

function sentence(salt: number) {
  return `floor(${sentenceCount} * bench.chance(message, ${salt}))::integer`
}

const events = (part: string) => `
  insert into events (id, uid, kind, audience, actor_id, ticket_id, message_id, change, at) overriding system value
  select deeds.id, bench.uid(2, deeds.id), kind, audience, actor, n, case when said then message end,
    case when given is null then change else jsonb_build_object('assignee', jsonb_build_array(null, p.name)) end, at
  from ${part}
  join bench.told on letter = deed
  left join people p on p.id = given`

/** Two tickets of five bear tags, one or two of them. */
const ticketTags = `
  insert into ticket_tags (ticket_id, tag_id)
  select distinct n, 1 + floor(${tagCount} * bench.chance(n, 50 + place) ^ 3)::bigint
  from bench.tickets cross join lateral generate_series(1, floor(bench.chance(n, 50) / 0.6 + 0.34)::integer) place`
