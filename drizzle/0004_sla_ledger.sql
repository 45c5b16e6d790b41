CREATE TYPE "public"."sla_outcome" AS ENUM('met', 'voided');--> statement-breakpoint
CREATE TYPE "public"."sla_target" AS ENUM('first_response', 'next_response', 'resolution');--> statement-breakpoint
CREATE TABLE "calendar_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"calendar_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"hours" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"created_by_id" bigint,
	CONSTRAINT "calendar_versions_number" UNIQUE("calendar_id","number")
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendars_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "calendars_uid_unique" UNIQUE("uid"),
	CONSTRAINT "calendars_name_length" CHECK (char_length("calendars"."name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "sla_clocks" (
	"ticket_id" bigint NOT NULL,
	"target" "sla_target" NOT NULL,
	"instance" integer NOT NULL,
	"policy_id" bigint NOT NULL,
	"calendar_version_id" bigint,
	"seconds" integer NOT NULL,
	"pausing" "status"[] NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"pauses" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"due_at" timestamp with time zone,
	"risk_at" timestamp with time zone,
	"warned_at" timestamp with time zone,
	"breached_at" timestamp with time zone,
	"taken" text[] DEFAULT '{}' NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" "sla_outcome",
	"next_at" timestamp with time zone,
	CONSTRAINT "sla_clocks_ticket_id_target_instance_pk" PRIMARY KEY("ticket_id","target","instance"),
	CONSTRAINT "sla_clocks_outcome" CHECK (("sla_clocks"."ended_at" is null) = ("sla_clocks"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "sla_ledger" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sla_ledger_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket_id" bigint NOT NULL,
	"target" "sla_target" NOT NULL,
	"instance" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"actor_id" bigint,
	"event_id" bigint,
	"policy_id" bigint,
	"calendar_version_id" bigint,
	"seconds" integer,
	"pausing" "status"[],
	"due_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT moment() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sla_policies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sla_policies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"fallback" boolean DEFAULT false NOT NULL,
	"conditions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"targets" jsonb NOT NULL,
	"calendar_id" bigint,
	"pausing" "status"[] DEFAULT '{"pending"}' NOT NULL,
	"steps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "sla_policies_uid_unique" UNIQUE("uid"),
	CONSTRAINT "sla_policies_name_length" CHECK (char_length("sla_policies"."name") between 1 and 80),
	CONSTRAINT "sla_policies_fallback_stays" CHECK (not ("sla_policies"."fallback" and "sla_policies"."retired_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "sla_target" "sla_target";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "sla_started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "sla_risk_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "sla_paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "calendar_versions" ADD CONSTRAINT "calendar_versions_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_versions" ADD CONSTRAINT "calendar_versions_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD CONSTRAINT "sla_clocks_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD CONSTRAINT "sla_clocks_policy_id_sla_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."sla_policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD CONSTRAINT "sla_clocks_calendar_version_id_calendar_versions_id_fk" FOREIGN KEY ("calendar_version_id") REFERENCES "public"."calendar_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_ledger" ADD CONSTRAINT "sla_ledger_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_ledger" ADD CONSTRAINT "sla_ledger_policy_id_sla_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."sla_policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_ledger" ADD CONSTRAINT "sla_ledger_calendar_version_id_calendar_versions_id_fk" FOREIGN KEY ("calendar_version_id") REFERENCES "public"."calendar_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_ledger" ADD CONSTRAINT "sla_ledger_clock_fk" FOREIGN KEY ("ticket_id","target","instance") REFERENCES "public"."sla_clocks"("ticket_id","target","instance") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_policies" ADD CONSTRAINT "sla_policies_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendars_name" ON "calendars" USING btree (lower("name")) WHERE "calendars"."retired_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sla_clocks_one_running" ON "sla_clocks" USING btree ("ticket_id","target") WHERE "sla_clocks"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sla_clocks_next" ON "sla_clocks" USING btree ("next_at") WHERE "sla_clocks"."next_at" is not null;--> statement-breakpoint
CREATE INDEX "sla_clocks_policy" ON "sla_clocks" USING btree ("policy_id") WHERE "sla_clocks"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sla_clocks_ended" ON "sla_clocks" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "sla_clocks_breached" ON "sla_clocks" USING btree ("breached_at") WHERE "sla_clocks"."breached_at" is not null;--> statement-breakpoint
CREATE INDEX "sla_ledger_clock" ON "sla_ledger" USING btree ("ticket_id","target","instance","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sla_ledger_once" ON "sla_ledger" USING btree ("ticket_id","target","instance","kind") WHERE "sla_ledger"."kind" in ('started', 'at_risk', 'breached', 'met', 'voided');--> statement-breakpoint
CREATE UNIQUE INDEX "sla_ledger_step_once" ON "sla_ledger" USING btree ("ticket_id","target","instance","reason") WHERE "sla_ledger"."kind" = 'escalated';--> statement-breakpoint
CREATE UNIQUE INDEX "sla_policies_one_fallback" ON "sla_policies" USING btree ("fallback") WHERE "sla_policies"."fallback";