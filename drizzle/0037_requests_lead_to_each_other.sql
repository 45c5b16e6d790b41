DROP VIEW "public"."portal_events";--> statement-breakpoint
DROP VIEW "public"."portal_tickets";--> statement-breakpoint
CREATE INDEX "tickets_follows" ON "tickets" USING btree ("follows_id") WHERE "tickets"."follows_id" is not null;--> statement-breakpoint
CREATE VIEW "public"."portal_events" WITH (security_barrier = true) AS (
    select e.id, e.uid, e.ticket_id, e.audience, e.kind,
      case when p.role = 'customer' then p.name else split_part(p.name, ' ', 1) end as actor,
      case when e.actor_id is null then 'helpdesk' when e.actor_id = t.requester_id then 'you' else 'us' end as "from",
      -- That we wait for somebody else is for agents to know.
      case e.change -> 'status' ->> 1 when 'on_hold' then 'open' else e.change -> 'status' ->> 1 end as status, o.refid as other, e.at
    from events e
    join tickets t on t.id = e.ticket_id
    left join tickets o on e.kind in ('ticket.created', 'ticket.split', 'ticket.merged', 'ticket.unmerged')
      and o.refid = coalesce(e.change -> 'into' ->> 1, e.change -> 'into' ->> 0, e.change -> 'from' ->> 1, e.change -> 'from' ->> 0)
      and o.requester_id = t.requester_id
    left join people p on p.id = e.actor_id
    where e.audience = 'everyone' and t.requester_id = nullif(current_setting('deskwell.customer', true), '')::bigint);--> statement-breakpoint
CREATE VIEW "public"."portal_tickets" WITH (security_barrier = true) AS (
    select t.id, t.refid, t.subject, t.status, t.channel, c.slug as category_slug, c.name as category_name, t.created_at,
      t.public_updated_at as updated_at, t.first_answered_at as answered_at, t.resolved_at, t.closed_at,
      t.closed_by_id is not distinct from t.requester_id as closed_by_you, f.refid as follows, (
        select n.refid from tickets n where n.follows_id = t.id and n.requester_id = t.requester_id order by n.id desc limit 1) as followed_by, g.refid as merged_into, coalesce(t.sla_due_at, kept.due_at) as due_at, coalesce(t.sla_target, kept.target) as due_for, t.submission, r.score, r.comment, r.rated_at, t.search
    from tickets t
    left join categories c on c.id = t.category_id
    left join ratings r on r.ticket_id = t.id
    -- What we hold for spam looks to its sender as if nobody had touched it.
    left join lateral (
      select l.due_at, l.target from sla_ledger l
      where t.spam_at is not null and l.ticket_id = t.id and l.kind = 'voided' and l.due_at is not null
        and l.at >= date_trunc('milliseconds', t.spam_at)
      order by l.due_at, l.target limit 1) kept on true
    left join tickets f on f.id = t.follows_id and f.requester_id = t.requester_id
    left join tickets g on g.id = t.merged_into_id and g.requester_id = t.requester_id
    where t.requester_id = nullif(current_setting('deskwell.customer', true), '')::bigint);