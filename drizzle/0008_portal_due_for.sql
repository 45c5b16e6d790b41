DROP VIEW "public"."portal_tickets";--> statement-breakpoint
CREATE VIEW "public"."portal_tickets" WITH (security_barrier = true) AS (
    select t.id, t.refid, t.subject, t.status, t.channel, c.slug as category_slug, c.name as category_name, t.created_at,
      t.public_updated_at as updated_at, t.first_answered_at as answered_at, t.resolved_at, t.closed_at,
      t.closed_by_id is not distinct from t.requester_id as closed_by_you, f.refid as follows, t.sla_due_at as due_at, t.sla_target as due_for, t.submission, r.score, r.comment, r.rated_at, t.search
    from tickets t
    left join categories c on c.id = t.category_id
    left join ratings r on r.ticket_id = t.id
    left join tickets f on f.id = t.follows_id and f.requester_id = t.requester_id
    where t.requester_id = nullif(current_setting('deskwell.customer', true), '')::bigint);