DROP VIEW "public"."ticket_facts";--> statement-breakpoint
DROP INDEX "tickets_live_assignee";--> statement-breakpoint
CREATE INDEX "tickets_live_assignee" ON "tickets" USING btree ("assignee_id","updated_at","id") INCLUDE ("first_answered_at","waiting_since","sla_due_at","sla_risk_at") WHERE "tickets"."status" in ('open', 'pending', 'on_hold') and "tickets"."spam_at" is null;--> statement-breakpoint
CREATE VIEW "public"."ticket_facts" AS (
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
    from (
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
  where answered is not null) r cross join (values (false), (true)) of(response)
    where not response or asked is not null

    union all
    select e.ticket_id, (case e.kind when 'ticket.resolved' then 'resolved' else 'reopened' end)::fact_kind, e.at,
      -- Of what was resolved before the events told it, the ticket knows it of the last.
      coalesce(e.assignee_id, case when e.kind = 'ticket.resolved' and e.lasted then t.solver_id end),
      case when e.kind = 'ticket.resolved' and e.lasted then t.created_at end, null,
      case when e.kind = 'ticket.resolved' then e.lasted end, case when e.kind = 'ticket.resolved' then e.previous end, 'resolution'
    from (
  select ticket_id, kind, at, assignee_id,
    lead(kind) over later is distinct from 'ticket.reopened' as lasted,
    max(at) filter (where kind = 'ticket.resolved') over (later rows between unbounded preceding and 1 preceding) as previous
  from (
    select ticket_id, id, kind, at, assignee_id,
      change ? 'taken_back' or coalesce(lead(change -> 'taken_back' ->> 0) over (partition by ticket_id order by id) = uid::text, false)
        as taken_back
    from events where kind in ('ticket.resolved', 'ticket.reopened')) every
  where not taken_back
  window later as (partition by ticket_id order by id)) e join tickets t on t.id = e.ticket_id

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
  cross join (select coalesce((select value #>> '{}' from settings where key = 'timeZone'), 'UTC') as name) zone);