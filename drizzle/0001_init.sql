CREATE TYPE "public"."audience" AS ENUM('everyone', 'agents');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('customer', 'agent', 'supervisor', 'admin');--> statement-breakpoint
CREATE TYPE "public"."channel" AS ENUM('portal', 'email', 'api', 'agent', 'widget');--> statement-breakpoint
CREATE TYPE "public"."priority" AS ENUM('low', 'medium', 'high', 'urgent');--> statement-breakpoint
CREATE TYPE "public"."status" AS ENUM('open', 'pending', 'on_hold', 'resolved', 'closed');--> statement-breakpoint
CREATE TABLE "categories" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "categories_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	CONSTRAINT "categories_slug_unique" UNIQUE("slug"),
	CONSTRAINT "categories_slug_shape" CHECK ("categories"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("categories"."slug") <= 60),
	CONSTRAINT "categories_name_length" CHECK (char_length("categories"."name") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"audience" "audience" NOT NULL,
	"actor_id" bigint,
	"ticket_id" bigint,
	"message_id" bigint,
	"change" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT moment() NOT NULL,
	CONSTRAINT "events_uid_unique" UNIQUE("uid")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"ticket_id" bigint NOT NULL,
	"author_id" bigint NOT NULL,
	"audience" "audience" NOT NULL,
	"channel" "channel" NOT NULL,
	"body" text NOT NULL,
	"submission" uuid,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', "messages"."body")) STORED,
	CONSTRAINT "messages_uid_unique" UNIQUE("uid"),
	CONSTRAINT "messages_submission" UNIQUE("author_id","submission"),
	CONSTRAINT "messages_body_length" CHECK (char_length("messages"."body") between 1 and 65536)
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"password_hash" text,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"deactivated_at" timestamp with time zone,
	CONSTRAINT "people_uid_unique" UNIQUE("uid"),
	CONSTRAINT "people_email_unique" UNIQUE("email"),
	CONSTRAINT "people_email_shape" CHECK ("people"."email" ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	CONSTRAINT "people_name_length" CHECK (char_length("people"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"address" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account" "citext" NOT NULL,
	"address" text NOT NULL,
	"succeeded" boolean NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"ticket_id" bigint PRIMARY KEY NOT NULL,
	"score" smallint NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"agent_id" bigint,
	"rated_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT moment() NOT NULL,
	CONSTRAINT "ratings_score_range" CHECK ("ratings"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT moment() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tickets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"refid" text NOT NULL,
	"requester_id" bigint NOT NULL,
	"category_id" bigint,
	"assignee_id" bigint,
	"subject" text NOT NULL,
	"status" "status" NOT NULL,
	"priority" "priority" NOT NULL,
	"channel" "channel" NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"submission" uuid,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"public_updated_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"waiting_since" timestamp with time zone,
	"first_answered_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"solver_id" bigint,
	"closed_at" timestamp with time zone,
	"closed_by_id" bigint,
	"follows_id" bigint,
	"sla_due_at" timestamp with time zone,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', "tickets"."subject")) STORED,
	CONSTRAINT "tickets_refid_unique" UNIQUE("refid"),
	CONSTRAINT "tickets_submission" UNIQUE("requester_id","submission"),
	CONSTRAINT "tickets_refid_shape" CHECK ("tickets"."refid" ~ '^SUP-[0-9A-HJKMNP-TV-Z]{8}$'),
	CONSTRAINT "tickets_subject_length" CHECK (char_length("tickets"."subject") between 1 and 200),
	CONSTRAINT "tickets_resolved_moment" CHECK (("tickets"."status" in ('resolved', 'closed')) = ("tickets"."resolved_at" is not null)),
	CONSTRAINT "tickets_closed_moment" CHECK (("tickets"."status" = 'closed') = ("tickets"."closed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_agent_id_people_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_requester_id_people_id_fk" FOREIGN KEY ("requester_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_solver_id_people_id_fk" FOREIGN KEY ("solver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_follows_id_tickets_id_fk" FOREIGN KEY ("follows_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_ticket" ON "events" USING btree ("ticket_id","id");--> statement-breakpoint
CREATE INDEX "events_kind" ON "events" USING btree ("kind","at");--> statement-breakpoint
CREATE INDEX "messages_ticket" ON "messages" USING btree ("ticket_id","id");--> statement-breakpoint
CREATE INDEX "messages_public" ON "messages" USING btree ("ticket_id","id") WHERE "messages"."audience" = 'everyone';--> statement-breakpoint
CREATE INDEX "messages_author" ON "messages" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin ("search");--> statement-breakpoint
CREATE INDEX "people_staff" ON "people" USING btree ("name") WHERE "people"."role" <> 'customer';--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_account" ON "sign_in_attempts" USING btree ("account","at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_address" ON "sign_in_attempts" USING btree ("address","at");--> statement-breakpoint
CREATE INDEX "ratings_agent" ON "ratings" USING btree ("agent_id","rated_at");--> statement-breakpoint
CREATE INDEX "tickets_updated" ON "tickets" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "tickets_created" ON "tickets" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "tickets_live_updated" ON "tickets" USING btree ("updated_at","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');--> statement-breakpoint
CREATE INDEX "tickets_live_created" ON "tickets" USING btree ("created_at","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');--> statement-breakpoint
CREATE INDEX "tickets_live_waiting" ON "tickets" USING btree (coalesce("waiting_since", 'infinity'::timestamptz),"id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');--> statement-breakpoint
CREATE INDEX "tickets_live_due" ON "tickets" USING btree (coalesce("sla_due_at", 'infinity'::timestamptz),"id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');--> statement-breakpoint
CREATE INDEX "tickets_live_priority" ON "tickets" USING btree ("priority","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');--> statement-breakpoint
CREATE INDEX "tickets_assignee" ON "tickets" USING btree ("assignee_id","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "tickets_requester" ON "tickets" USING btree ("requester_id","created_at","id");--> statement-breakpoint
CREATE INDEX "tickets_category" ON "tickets" USING btree ("category_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "tickets_resolved" ON "tickets" USING btree ("resolved_at") WHERE "tickets"."status" = 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_search" ON "tickets" USING gin ("search");--> statement-breakpoint
CREATE VIEW "public"."portal_categories" WITH (security_barrier = true) AS (select slug, name, description, display_order from categories where active);--> statement-breakpoint
CREATE VIEW "public"."portal_events" WITH (security_barrier = true) AS (
    select e.id, e.uid, e.ticket_id, e.audience, e.kind,
      case when p.role = 'customer' then p.name else split_part(p.name, ' ', 1) end as actor,
      case when e.actor_id is null then 'helpdesk' when e.actor_id = t.requester_id then 'you' else 'us' end as "from",
      e.change -> 'status' ->> 1 as status, e.at
    from events e
    join tickets t on t.id = e.ticket_id
    left join people p on p.id = e.actor_id
    where e.audience = 'everyone' and t.requester_id = nullif(current_setting('deskwell.customer', true), '')::bigint);--> statement-breakpoint
CREATE VIEW "public"."portal_messages" WITH (security_barrier = true) AS (
    select m.id, m.uid, m.ticket_id, m.audience,
      case when p.role = 'customer' then p.name else split_part(p.name, ' ', 1) end as author,
      case when m.author_id = t.requester_id then 'you' else 'us' end as "from",
      m.body, m.created_at, m.search
    from messages m
    join tickets t on t.id = m.ticket_id
    join people p on p.id = m.author_id
    where m.audience = 'everyone' and t.requester_id = nullif(current_setting('deskwell.customer', true), '')::bigint);--> statement-breakpoint
CREATE VIEW "public"."portal_settings" WITH (security_barrier = true) AS (
    select key, value from settings
    where key in ('workspaceName', 'timeZone', 'priorities', 'autoCloseDays', 'reopenGraceDays', 'ratingChangeDays'));--> statement-breakpoint
CREATE VIEW "public"."portal_tickets" WITH (security_barrier = true) AS (
    select t.id, t.refid, t.subject, t.status, t.channel, c.slug as category_slug, c.name as category_name, t.created_at,
      t.public_updated_at as updated_at, t.first_answered_at as answered_at, t.resolved_at, t.closed_at,
      t.closed_by_id is not distinct from t.requester_id as closed_by_you, f.refid as follows, t.sla_due_at as due_at, t.submission, r.score, r.comment, r.rated_at, t.search
    from tickets t
    left join categories c on c.id = t.category_id
    left join ratings r on r.ticket_id = t.id
    left join tickets f on f.id = t.follows_id and f.requester_id = t.requester_id
    where t.requester_id = nullif(current_setting('deskwell.customer', true), '')::bigint);--> statement-breakpoint
CREATE VIEW "public"."ticket_days" AS (
  with zone as (
    select coalesce((select value #>> '{}' from settings where key = 'timeZone'), 'UTC') as name
  )
  select (e.at at time zone zone.name)::date as day,
    (count(*) filter (where e.kind = 'ticket.created'))::integer as created,
    (count(*) filter (where e.kind = 'ticket.resolved'))::integer as resolved
  from events e, zone
  where e.kind in ('ticket.created', 'ticket.resolved')
  group by 1);