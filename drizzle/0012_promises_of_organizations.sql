DROP VIEW "public"."portal_promises";--> statement-breakpoint
CREATE VIEW "public"."portal_promises" WITH (security_barrier = true) AS (
    select distinct on (one.key) one.key as priority, (one.value ->> 'first_response')::integer as first_response,
      (one.value ->> 'resolution')::integer as resolution, p.calendar_id is not null as business
    from sla_policies p cross join jsonb_each(p.targets) as one
    where p.retired_at is null
      and jsonb_array_length(coalesce(p.conditions -> 'categories', '[]')) = 0
      and jsonb_array_length(coalesce(p.conditions -> 'teams', '[]')) = 0
      and jsonb_array_length(coalesce(p.conditions -> 'tags', '[]')) = 0
      and (jsonb_array_length(coalesce(p.conditions -> 'organizations', '[]')) = 0
        or p.conditions -> 'organizations' @> (select to_jsonb(c.organization_id) from people c where c.id = nullif(current_setting('deskwell.customer', true), '')::bigint))
      and (jsonb_array_length(coalesce(p.conditions -> 'channels', '[]')) = 0 or p.conditions -> 'channels' ? 'portal')
      and (jsonb_array_length(coalesce(p.conditions -> 'priorities', '[]')) = 0 or p.conditions -> 'priorities' ? one.key)
    order by one.key, p.fallback, p.position, p.id);