DROP INDEX "tickets_live_created";--> statement-breakpoint
DROP INDEX "tickets_live_subject";--> statement-breakpoint
DROP INDEX "tickets_live_requester";--> statement-breakpoint
DROP INDEX "tickets_live_due";--> statement-breakpoint
CREATE INDEX "tickets_unclosed_created" ON "tickets" USING btree ("created_at","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold', 'resolved');--> statement-breakpoint
CREATE INDEX "tickets_unclosed_subject" ON "tickets" USING btree (left("subject", 60) collate "und-x-icu","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold', 'resolved');--> statement-breakpoint
CREATE INDEX "tickets_live_unassigned" ON "tickets" USING btree ("updated_at","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold') and "tickets"."assignee_id" is null and "tickets"."spam_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_unclosed_requester" ON "tickets" USING btree ("requester_id","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold', 'resolved');--> statement-breakpoint
CREATE INDEX "tickets_live_due" ON "tickets" USING btree (coalesce("sla_due_at", 'infinity'::timestamptz),"id","sla_risk_at") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');