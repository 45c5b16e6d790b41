DROP VIEW "public"."portal_promises";--> statement-breakpoint
CREATE VIEW "public"."portal_promises" WITH (security_barrier = true) AS (
    select distinct on (c.slug, one.key) c.slug as category, one.key as priority,
      (one.value ->> 'first_response')::integer as first_response, (one.value ->> 'resolution')::integer as resolution,
      p.calendar_id is not null as business
    from (select id, slug from categories where active union all select null, null) as c
    cross join sla_policies p cross join jsonb_each(p.targets) as one
    where p.retired_at is null
      and (jsonb_array_length(coalesce(p.conditions -> 'categories', '[]')) = 0 or p.conditions -> 'categories' @> to_jsonb(c.id))
      and jsonb_array_length(coalesce(p.conditions -> 'teams', '[]')) = 0
      and jsonb_array_length(coalesce(p.conditions -> 'tags', '[]')) = 0
      and (jsonb_array_length(coalesce(p.conditions -> 'organizations', '[]')) = 0
        or p.conditions -> 'organizations' @> (select to_jsonb(o.organization_id) from people o where o.id = nullif(current_setting('deskwell.customer', true), '')::bigint))
      and (jsonb_array_length(coalesce(p.conditions -> 'channels', '[]')) = 0 or p.conditions -> 'channels' ? 'portal')
      and (jsonb_array_length(coalesce(p.conditions -> 'priorities', '[]')) = 0 or p.conditions -> 'priorities' ? one.key)
    order by c.slug, one.key, p.fallback, p.position, p.id);