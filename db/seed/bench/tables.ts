import { tagCount } from './company'
import type { Plan } from './plan'
import { clocks, ledger } from './promises'
import { letterCount } from './words'

/** The statements that fill the large tables with a part of the plan. */
export const rowsOf = (plan: Plan, part: number): readonly string[] => [
  tickets(part),
  messages(part),
  events(part),
  ticketTags(part),
  ratings(part),
  clocks(part),
  ledger(plan, part),
]

const tickets = (part: number) => `
  insert into tickets (id, refid, requester_id, category_id, assignee_id, team_id, subject, status, priority, channel, created_at,
    updated_at, public_updated_at, waiting_since, first_answered_at, resolved_at, solver_id, closed_at, spam_at, spam_by_id,
    sla_due_at, sla_target, sla_started_at, sla_risk_at, sla_paused_at) overriding system value
  select t.n, bench.refid(t.n), requester, category, case when assigned then agent end, team,
    upper(left(a.word, 1)) || substr(concat_ws(' ', a.word, b.word, c.word, d.word, e.word), 2),
    status, priority, channel, created, bench.moment(created, life, s.updated, s.later), bench.moment(created, life, s.seen, s.later),
    bench.moment(created, life, s.waiting), bench.moment(created, life, s.answered), bench.moment(created, life, s.resolved),
    case when s.resolved is not null then agent end, case when s.later > 0 then bench.moment(created, life, 1, s.later) end,
    bench.moment(created, life, s.spam), case when s.spam is not null then agent end,
    next.due, next.target, case when next.due is not null then next.started end, next.risk, case when next.due is null then next.paused end
  from bench.tickets t
  join bench.stories s on s.id = t.story
  join bench.words a on a.place = bench.word(t.n, 21)
  join bench.words b on b.place = bench.word(t.n, 22)
  join bench.words c on c.place = bench.word(t.n, 23)
  left join bench.words d on d.place = case when bench.chance(t.n, 12) < 0.67 then bench.word(t.n, 24) end
  left join bench.words e on e.place = case when bench.chance(t.n, 12) < 0.33 then bench.word(t.n, 25) end
  left join (
    select n, min(due) as due, (array_agg(target order by due, target) filter (where due is not null))[1] as target,
      (array_agg(started order by due, target) filter (where due is not null))[1] as started,
      min(risk) filter (where due is not null) as risk, max(paused) filter (where resumed is null) as paused
    from bench.clocks_${part} where ended is null group by n) next on next.n = t.n
  where part = ${part} order by t.n`

const messages = (part: number) => `
  insert into messages (id, ticket_id, author_id, audience, channel, body, created_at) overriding system value
  select key, n, actor, audience, channel,
    hello || l.text || ' ' || v.word || ' ' || w.word || case when bench.chance(key, 36) < 0.1
      then ' INV-' || floor(200000 * bench.chance(key, 37))::integer else '' end || bye,
    at
  from (select deeds.*, message + earlier.said as key from bench.deeds cross join ${earlier(part)} where part = ${part}) deeds
  join bench.told on letter = deed and said
  join bench.letters l on l.place = floor(${letterCount} * bench.chance(key, 31))::integer
  join bench.words v on v.place = bench.word(key, 35)
  join bench.words w on w.place = bench.word(key, 38)`

/** What happened has long been seen by every browser: it is of no transaction. */
const events = (part: number) => `
  insert into events (id, kind, audience, actor_id, ticket_id, message_id, change, at, tx, assignee_id) overriding system value
  select key, kind, audience, actor, n, case when said then words end,
    case deed when 'm' then jsonb_build_object('assignee', jsonb_build_array(null, a.name))
      when 'g' then jsonb_build_object('score', jsonb_build_array(null, score)) else change end, at, null,
    case when kind = 'ticket.resolved' then agent end
  from (
    select deeds.*, id + earlier.deeds as key, message + earlier.said as words
    from bench.deeds cross join ${earlier(part)} where part = ${part}) deeds
  join bench.told on letter = deed
  left join bench.agents a on a.id = agent and deed = 'm'`

/** Keys go on where the parts before end. */
function earlier(part: number) {
  return `(
    select coalesce(sum(deeds), 0)::bigint as deeds, coalesce(sum(said), 0)::bigint as said
    from bench.parts where part < ${part}) earlier`
}

/** Two tickets of five bear tags, one or two of them. */
const ticketTags = (part: number) => `
  insert into ticket_tags (ticket_id, tag_id)
  select distinct n, 1 + floor(${tagCount} * bench.chance(n, 50 + place) ^ 3)::bigint
  from bench.tickets cross join lateral generate_series(1, floor(bench.chance(n, 50) / 0.6 + 0.34)::integer) place
  where part = ${part}`

const ratings = (part: number) => `
  insert into ratings (ticket_id, score, comment, agent_id, rated_at, changed_at)
  select n, score, case when bench.chance(n, 62) > 0.3 then '' when score > 3 then 'Thank you, that helped'
    else 'It took too long' end, agent, at, at
  from bench.deeds where part = ${part} and deed = 'g'`
