CREATE TYPE "public"."fact_dimension" AS ENUM('all', 'category', 'team', 'agent', 'channel', 'priority', 'hour', 'amount', 'open_amount', 'amount_coarse', 'open_amount_coarse', 'score', 'replies', 'previous');--> statement-breakpoint
CREATE TYPE "public"."fact_kind" AS ENUM('created', 'first_response', 'next_response', 'reply', 'resolved', 'reopened', 'first_response_target', 'next_response_target', 'resolution_target', 'rated');--> statement-breakpoint
CREATE TYPE "public"."tally_span" AS ENUM('day', 'month');--> statement-breakpoint
CREATE TABLE "calendar_openings" (
	"version_id" bigint NOT NULL,
	"opens" timestamp with time zone NOT NULL,
	"closes" timestamp with time zone NOT NULL,
	"before" bigint NOT NULL,
	CONSTRAINT "calendar_openings_version_id_opens_pk" PRIMARY KEY("version_id","opens")
);
--> statement-breakpoint
CREATE TABLE "fact_reading" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seen" text,
	"time_zone" text NOT NULL,
	CONSTRAINT "fact_reading_one" CHECK ("fact_reading"."one")
);
--> statement-breakpoint
CREATE TABLE "fact_tallies" (
	"span" "tally_span" NOT NULL,
	"starts" date NOT NULL,
	"kind" "fact_kind" NOT NULL,
	"dimension" "fact_dimension" NOT NULL,
	"value" bigint NOT NULL,
	"n" integer NOT NULL,
	"good" integer NOT NULL,
	"amount" bigint NOT NULL,
	"open_amount" bigint NOT NULL,
	CONSTRAINT "fact_tallies_span_kind_dimension_starts_value_pk" PRIMARY KEY("span","kind","dimension","starts","value")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"ticket_id" bigint NOT NULL,
	"kind" "fact_kind" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"hour" smallint NOT NULL,
	"agent_id" bigint,
	"category_id" bigint,
	"team_id" bigint,
	"channel" "channel" NOT NULL,
	"priority" "priority" NOT NULL,
	"amount" integer,
	"open_amount" integer,
	"good" boolean,
	"replies" smallint,
	"previous" date
);
--> statement-breakpoint
DROP VIEW "public"."ticket_days";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "assignee_id" bigint;--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD COLUMN "assignee_id" bigint;--> statement-breakpoint
ALTER TABLE "calendar_openings" ADD CONSTRAINT "calendar_openings_version_id_calendar_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."calendar_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fact_tallies_none" ON "fact_tallies" USING btree ("starts") WHERE "fact_tallies"."n" = 0;--> statement-breakpoint
CREATE INDEX "facts_ticket" ON "facts" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "facts_amount" ON "facts" USING btree ("kind","day","amount") INCLUDE ("agent_id","category_id");--> statement-breakpoint
CREATE INDEX "facts_open_amount" ON "facts" USING btree ("kind","day","open_amount") INCLUDE ("agent_id","category_id") WHERE "facts"."open_amount" is not null;--> statement-breakpoint
CREATE INDEX "facts_agent" ON "facts" USING btree ("agent_id","kind","day");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD CONSTRAINT "sla_clocks_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Milliseconds that a version of a calendar was open until a moment, of the years that are written.
CREATE FUNCTION open_until(version bigint, moment timestamptz) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT o.before + floor(extract(epoch FROM least(moment, o.closes)) * 1000)::bigint - floor(extract(epoch FROM o.opens) * 1000)::bigint
  FROM calendar_openings o WHERE o.version_id = version AND o.opens <= moment ORDER BY o.opens DESC LIMIT 1
$$;
--> statement-breakpoint
CREATE VIEW "public"."ticket_facts" AS (
  select r.ticket_id, r.kind, r.at, (r.at at time zone zone.name)::date as day,
    (24 * extract(isodow from r.at at time zone zone.name) - 24 + extract(hour from r.at at time zone zone.name))::smallint as hour,
    r.agent_id, t.category_id, t.team_id, t.channel, t.priority,
    case when r.since is null then r.score else floor(extract(epoch from r.at - r.since))::integer end as amount,
    (case
      when r.since is null then null
      when hours.version_id is null then floor(extract(epoch from r.at - r.since))
      else floor((open_until(hours.version_id, r.at) - open_until(hours.version_id, r.since)) / 1000.0)
    end)::integer as open_amount,
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
          and exists (select from events f where f.ticket_id = m.ticket_id and f.kind = 'ticket.created' and f.actor_id is distinct from t.requester_id))) said
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
  cross join (select coalesce((select value #>> '{}' from settings where key = 'timeZone'), 'UTC') as name) zone
  -- By the calendar that its SLA had then; around the clock where there is none.
  left join lateral (
    select c.calendar_version_id as version_id from sla_clocks c
    where r.since is not null and c.ticket_id = r.ticket_id and c.started_at <= r.at
    order by c.target = r.target desc, c.started_at desc limit 1) hours on true);--> statement-breakpoint
CREATE VIEW "public"."ticket_days" AS (
  select starts as day, coalesce(sum(n) filter (where kind = 'created'), 0)::integer as created,
    coalesce(sum(n) filter (where kind = 'resolved'), 0)::integer as resolved
  from fact_tallies
  where span = 'day' and dimension = 'all' and kind in ('created', 'resolved')
  group by starts);
--> statement-breakpoint
INSERT INTO fact_reading (time_zone) VALUES ('UTC');
--> statement-breakpoint
CREATE FUNCTION credit_assignee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.assignee_id := (SELECT assignee_id FROM tickets WHERE id = NEW.ticket_id);
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_credit BEFORE INSERT ON events FOR EACH ROW
  WHEN (NEW.kind = 'ticket.resolved' AND NEW.assignee_id IS NULL) EXECUTE FUNCTION credit_assignee();
--> statement-breakpoint
CREATE TRIGGER sla_clocks_credit BEFORE INSERT ON sla_clocks FOR EACH ROW
  WHEN ((NEW.breached_at IS NOT NULL OR NEW.ended_at IS NOT NULL) AND NEW.assignee_id IS NULL) EXECUTE FUNCTION credit_assignee();
--> statement-breakpoint
CREATE TRIGGER sla_clocks_credit_later BEFORE UPDATE ON sla_clocks FOR EACH ROW
  WHEN ((OLD.breached_at IS NULL AND NEW.breached_at IS NOT NULL)
    OR (NEW.breached_at IS NULL AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)) EXECUTE FUNCTION credit_assignee();
--> statement-breakpoint
CREATE VIEW "public"."fact_totals" AS (
  select kind, dimension, value, sum(n)::integer as n, sum(good)::integer as good, sum(amount)::bigint as amount
  from fact_tallies where span = 'month'
  group by kind, dimension, value);
