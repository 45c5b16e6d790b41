CREATE TYPE "public"."link_kind" AS ENUM('related', 'parent', 'duplicate');--> statement-breakpoint
CREATE TABLE "ticket_links" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ticket_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "link_kind" NOT NULL,
	"from_id" bigint NOT NULL,
	"to_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"created_by_id" bigint,
	CONSTRAINT "ticket_links_two" CHECK ("ticket_links"."from_id" <> "ticket_links"."to_id")
);
--> statement-breakpoint
CREATE TABLE "merged_messages" (
	"message_id" bigint NOT NULL,
	"merge_id" bigint NOT NULL,
	CONSTRAINT "merged_messages_message_id_merge_id_pk" PRIMARY KEY("message_id","merge_id")
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "merges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_id" bigint NOT NULL,
	"into_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT moment() NOT NULL,
	"by_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"status" "status" NOT NULL,
	"resolved_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"undone_by_id" bigint,
	CONSTRAINT "merges_two" CHECK ("merges"."from_id" <> "merges"."into_id")
);
--> statement-breakpoint
DROP VIEW "public"."portal_tickets";--> statement-breakpoint
DROP VIEW "public"."ticket_days";--> statement-breakpoint
DROP INDEX "sla_ledger_once";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "origin_id" bigint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "spam_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "spam_by_id" bigint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_from_id_tickets_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_to_id_tickets_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merged_messages" ADD CONSTRAINT "merged_messages_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merged_messages" ADD CONSTRAINT "merged_messages_merge_id_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."merges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_from_id_tickets_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_into_id_tickets_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_undone_by_id_people_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_links_pair" ON "ticket_links" USING btree (least("from_id", "to_id"),greatest("from_id", "to_id"));--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_links_one_parent" ON "ticket_links" USING btree ("to_id") WHERE "ticket_links"."kind" = 'parent';--> statement-breakpoint
CREATE INDEX "ticket_links_from" ON "ticket_links" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "ticket_links_to" ON "ticket_links" USING btree ("to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merges_once" ON "merges" USING btree ("from_id") WHERE "merges"."undone_at" is null;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_origin_id_tickets_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_spam_by_id_people_id_fk" FOREIGN KEY ("spam_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_merged_into_id_tickets_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_origin" ON "messages" USING btree ("origin_id") WHERE "messages"."origin_id" is not null;--> statement-breakpoint
CREATE INDEX "tickets_spam" ON "tickets" USING btree ("updated_at","id") WHERE "tickets"."spam_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_merged" ON "tickets" USING btree ("merged_into_id") WHERE "tickets"."merged_into_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "sla_ledger_once" ON "sla_ledger" USING btree ("ticket_id","target","instance","kind") WHERE "sla_ledger"."kind" in ('started', 'at_risk', 'breached', 'met');--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_origin" CHECK ("messages"."origin_id" <> "messages"."ticket_id");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_spam_by" CHECK (("tickets"."spam_at" is null) = ("tickets"."spam_by_id" is null));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_merged_closed" CHECK ("tickets"."merged_into_id" is null or ("tickets"."status" = 'closed' and "tickets"."merged_into_id" <> "tickets"."id" and "tickets"."spam_at" is null));--> statement-breakpoint
CREATE VIEW "public"."portal_tickets" WITH (security_barrier = true) AS (
    select t.id, t.refid, t.subject, t.status, t.channel, c.slug as category_slug, c.name as category_name, t.created_at,
      t.public_updated_at as updated_at, t.first_answered_at as answered_at, t.resolved_at, t.closed_at,
      t.closed_by_id is not distinct from t.requester_id as closed_by_you, f.refid as follows, g.refid as merged_into, coalesce(t.sla_due_at, kept.due_at) as due_at, coalesce(t.sla_target, kept.target) as due_for, t.submission, r.score, r.comment, r.rated_at, t.search
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
    where t.requester_id = nullif(current_setting('deskwell.customer', true), '')::bigint);--> statement-breakpoint
CREATE VIEW "public"."ticket_days" AS (
  with zone as (
    select coalesce((select value #>> '{}' from settings where key = 'timeZone'), 'UTC') as name
  )
  select (e.at at time zone zone.name)::date as day,
    (count(*) filter (where e.kind = 'ticket.created'))::integer as created,
    (count(*) filter (where e.kind = 'ticket.resolved'))::integer as resolved
  from events e join tickets t on t.id = e.ticket_id and t.spam_at is null and t.merged_into_id is null, zone
  where e.kind in ('ticket.created', 'ticket.resolved')
  group by 1);