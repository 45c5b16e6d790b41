DROP VIEW "public"."portal_events";--> statement-breakpoint
CREATE VIEW "public"."portal_events" WITH (security_barrier = true) AS (
    select e.id, e.uid, e.ticket_id, e.audience, e.kind,
      case when p.role = 'customer' then p.name else split_part(p.name, ' ', 1) end as actor,
      case when e.actor_id is null then 'helpdesk' when e.actor_id = t.requester_id then 'you' else 'us' end as "from",
      -- That we wait for somebody else is for agents to know.
      case e.change -> 'status' ->> 1 when 'on_hold' then 'open' else e.change -> 'status' ->> 1 end as status, e.at
    from events e
    join tickets t on t.id = e.ticket_id
    left join people p on p.id = e.actor_id
    where e.audience = 'everyone' and t.requester_id = nullif(current_setting('deskwell.customer', true), '')::bigint);