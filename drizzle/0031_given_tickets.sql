ALTER TABLE "notifications" ADD COLUMN "run_id" bigint;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_run_id_bulk_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."bulk_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_run" ON "notifications" USING btree ("run_id","person_id") WHERE "notifications"."run_id" is not null;--> statement-breakpoint
CREATE INDEX "tickets_live_unassigned_by_wait" ON "tickets" USING btree (coalesce("waiting_since", 'infinity'::timestamptz),"id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold') and "tickets"."assignee_id" is null and "tickets"."spam_at" is null;--> statement-breakpoint
-- Last, because nobody reads tickets from here on to the end of the transaction.
DROP INDEX "tickets_live_unassigned";--> statement-breakpoint
ALTER INDEX "tickets_live_unassigned_by_wait" RENAME TO "tickets_live_unassigned";
