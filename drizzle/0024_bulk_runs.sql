CREATE TYPE "public"."bulk_item_state" AS ENUM('waiting', 'done', 'unchanged', 'failed', 'undoing', 'undone', 'kept');--> statement-breakpoint
CREATE TABLE "bulk_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bulk_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" bigint NOT NULL,
	"refid" text NOT NULL,
	"ticket_id" bigint,
	"state" "bulk_item_state" NOT NULL,
	"failure" text,
	"before" jsonb,
	"event_id" bigint,
	"at" timestamp with time zone,
	CONSTRAINT "bulk_items_once" UNIQUE("run_id","refid"),
	CONSTRAINT "bulk_items_failure" CHECK (("bulk_items"."state" in ('failed', 'kept')) = ("bulk_items"."failure" is not null))
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bulk_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"agent_id" bigint NOT NULL,
	"submission" uuid NOT NULL,
	"action" jsonb NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "bulk_runs_submission" UNIQUE("agent_id","submission"),
	CONSTRAINT "bulk_runs_total" CHECK ("bulk_runs"."total" between 1 and 10000)
);
--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_run_id_bulk_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."bulk_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_agent_id_people_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_items_state" ON "bulk_items" USING btree ("run_id","state","id");--> statement-breakpoint
CREATE INDEX "bulk_items_to_do" ON "bulk_items" USING btree ("run_id","id") WHERE "bulk_items"."state" in ('waiting', 'undoing');--> statement-breakpoint
CREATE INDEX "bulk_items_ticket" ON "bulk_items" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "bulk_runs_agent" ON "bulk_runs" USING btree ("agent_id","id");--> statement-breakpoint
CREATE INDEX "bulk_runs_created" ON "bulk_runs" USING btree ("created_at");