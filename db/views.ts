import { sql } from 'drizzle-orm'
import { bigint, boolean, date, integer, pgView, smallint } from 'drizzle-orm/pg-core'
import { channel, factDimension, factKind, instant, priority } from './schema'

/** The name of the workspace's time zone, as an expression. */
export const workspaceZone = sql`coalesce((select value #>> '{}' from settings where key = 'timeZone'), 'UTC')`

/** Whoever reads the day from it reads the zone with it: a day is cut where the workspace is. */
const zone = sql`(select ${workspaceZone} as name)`

/*
 * Each turn of a conversation: what the customer wrote, up to our reply. A ticket filed for a customer begins with words of
 * theirs that an agent wrote down while they were talking: nobody waits for an answer to those.
 */
const turns = sql`
  select ticket_id, asked, answered, agent_id, count(asked) over (partition by ticket_id order by turn) as place
  from (
    select ticket_id, turn, min(at) filter (where by_customer) as asked, max(at) filter (where not by_customer) as answered,
      max(author_id) filter (where not by_customer) as agent_id
    from (
      select m.ticket_id, m.author_id, m.created_at as at, m.author_id = t.requester_id as by_customer,
        count(*) filter (where m.author_id <> t.requester_id) over (
          partition by m.ticket_id order by m.created_at, m.id rows between unbounded preceding and 1 preceding) as turn
      from messages m
      join tickets t on t.id = m.ticket_id
      where m.audience = 'everyone'
        and not (m.author_id = t.requester_id and m.origin_id is null and m.created_at < t.created_at + interval '1 second'
          and coalesce((select f.actor_id is distinct from t.requester_id from events f
            where f.ticket_id = m.ticket_id and f.kind = 'ticket.created' order by f.id limit 1), false))) said
    group by ticket_id, turn) turned
  where answered is not null`

/* Resolutions and what was reopened, in order, without resolutions that were taken back as if they had never been. */
const ends = sql`
  select ticket_id, kind, at, assignee_id,
    lead(kind) over later is distinct from 'ticket.reopened' as lasted,
    max(at) filter (where kind = 'ticket.resolved') over (later rows between unbounded preceding and 1 preceding) as previous
  from (
    select ticket_id, id, kind, at, assignee_id,
      change ? 'taken_back' or coalesce(lead(change -> 'taken_back' ->> 0) over (partition by ticket_id order by id) = uid::text, false)
        as taken_back
    from events where kind in ('ticket.resolved', 'ticket.reopened')) every
  where not taken_back
  window later as (partition by ticket_id order by id)`

/**
 * What the reports count, one row each, of the tickets that count at all; read it for some tickets. A ticket is of the
 * category, team, channel and priority that it has now; the agent is whoever is credited with the fact.
 */
export const ticketFacts = pgView('ticket_facts', {
  ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
  kind: factKind('kind').notNull(),
  at: instant('at').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  hour: smallint('hour').notNull(),
  agentId: bigint('agent_id', { mode: 'number' }),
  categoryId: bigint('category_id', { mode: 'number' }),
  teamId: bigint('team_id', { mode: 'number' }),
  channel: channel('channel').notNull(),
  priority: priority('priority').notNull(),
  amount: integer('amount'),
  openAmount: integer('open_amount'),
  good: boolean('good'),
  replies: smallint('replies'),
  previous: date('previous', { mode: 'string' }),
}).as(sql`
  select r.ticket_id, r.kind, r.at, (r.at at time zone zone.name)::date as day,
    (24 * date_part('isodow', r.at at time zone zone.name) - 24 + date_part('hour', r.at at time zone zone.name))::smallint as hour,
    r.agent_id, t.category_id, t.team_id, t.channel, t.priority,
    case when r.since is null then r.score else floor(date_part('epoch', r.at - r.since))::integer end as amount,
    -- By the calendar that its SLA had then; around the clock where there is none.
    case when r.since is not null then coalesce((
      select case when c.calendar_version_id is not null
        then floor((open_until(c.calendar_version_id, r.at) - open_until(c.calendar_version_id, r.since)) / 1000.0) end
      from sla_clocks c where c.ticket_id = r.ticket_id and c.started_at <= r.at
      order by c.target = r.target desc, c.started_at desc limit 1), floor(date_part('epoch', r.at - r.since)))::integer
    end as open_amount,
    r.good,
    case when r.kind = 'resolved' then (
      select count(*) from messages m
      where m.ticket_id = r.ticket_id and m.audience = 'everyone' and m.author_id <> t.requester_id and m.created_at <= r.at)::smallint
    end as replies,
    (r.previous at time zone zone.name)::date as previous
  from (
    select id as ticket_id, 'created'::fact_kind as kind, created_at as at, assignee_id as agent_id, null::timestamptz as since,
      null::smallint as score, null::boolean as good, null::timestamptz as previous, null::sla_target as target
    from tickets

    union all
    select r.ticket_id, (case when not response then 'reply' when place = 1 then 'first_response' else 'next_response' end)::fact_kind,
      answered, agent_id, case when response then asked end, null, null, null,
      (case when place = 1 then 'first_response' else 'next_response' end)::sla_target
    from (${turns}) r cross join (values (false), (true)) of(response)
    where not response or asked is not null

    union all
    select e.ticket_id, (case e.kind when 'ticket.resolved' then 'resolved' else 'reopened' end)::fact_kind, e.at,
      -- Of what was resolved before the events told it, the ticket knows it of the last.
      coalesce(e.assignee_id, case when e.kind = 'ticket.resolved' and e.lasted then t.solver_id end),
      case when e.kind = 'ticket.resolved' and e.lasted then t.created_at end, null,
      case when e.kind = 'ticket.resolved' then e.lasted end, case when e.kind = 'ticket.resolved' then e.previous end, 'resolution'
    from (${ends}) e join tickets t on t.id = e.ticket_id

    union all
    select c.ticket_id, (c.target || '_target')::fact_kind, coalesce(c.breached_at, c.ended_at, c.due_at),
      case when c.breached_at is null and c.ended_at is null then t.assignee_id else c.assignee_id end, null, null,
      c.breached_at is null and c.ended_at is not null, null, null
    from sla_clocks c join tickets t on t.id = c.ticket_id
    where c.outcome = 'met' or c.breached_at is not null or (c.ended_at is null and c.due_at < moment())

    union all
    select ticket_id, 'rated', rated_at, agent_id, null, score, score >= 4, null, null from ratings
  ) r
  join tickets t on t.id = r.ticket_id and t.spam_at is null and t.merged_into_id is null
  cross join ${zone} zone`)

/** Tickets created and resolutions made per day of the workspace's time zone; days on which nothing happened are absent. */
export const ticketDays = pgView('ticket_days', {
  day: date('day', { mode: 'string' }).notNull(),
  created: integer('created').notNull(),
  resolved: integer('resolved').notNull(),
}).as(sql`
  select starts as day, coalesce(sum(n) filter (where kind = 'created'), 0)::integer as created,
    coalesce(sum(n) filter (where kind = 'resolved'), 0)::integer as resolved
  from fact_tallies
  where span = 'day' and dimension = 'all' and kind in ('created', 'resolved')
  group by starts`)

/** How many facts of a kind there ever were, along each dimension. */
export const factTotals = pgView('fact_totals', {
  kind: factKind('kind').notNull(),
  dimension: factDimension('dimension').notNull(),
  value: bigint('value', { mode: 'number' }).notNull(),
  n: integer('n').notNull(),
  good: integer('good').notNull(),
  amount: bigint('amount', { mode: 'number' }).notNull(),
}).as(sql`
  select kind, dimension, value, sum(n)::integer as n, sum(good)::integer as good, sum(amount)::bigint as amount
  from fact_tallies where span = 'month'
  group by kind, dimension, value`)
