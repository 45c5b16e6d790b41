DROP VIEW "public"."portal_settings";--> statement-breakpoint
CREATE VIEW "public"."portal_promises" WITH (security_barrier = true) AS (
    select one.key as priority, (one.value ->> 'first_response')::integer as first_response,
      (one.value ->> 'resolution')::integer as resolution, p.calendar_id is not null as business
    from sla_policies p cross join jsonb_each(p.targets) as one
    where p.fallback);--> statement-breakpoint
CREATE VIEW "public"."portal_settings" WITH (security_barrier = true) AS (
    select key, value from settings
    where key in ('workspaceName', 'timeZone', 'autoCloseDays', 'reopenGraceDays', 'ratingChangeDays'));