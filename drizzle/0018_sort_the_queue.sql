DROP INDEX "tickets_live_priority";--> statement-breakpoint
CREATE INDEX "people_alphabetical" ON "people" USING btree ("name" collate "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "tickets_live_subject" ON "tickets" USING btree (left("subject", 60) collate "und-x-icu","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');--> statement-breakpoint
CREATE INDEX "tickets_status" ON "tickets" USING btree ("status","updated_at","id");--> statement-breakpoint
CREATE INDEX "tickets_live_assignee" ON "tickets" USING btree ("assignee_id","updated_at","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');--> statement-breakpoint
CREATE INDEX "tickets_live_category" ON "tickets" USING btree ("category_id","updated_at","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');--> statement-breakpoint
CREATE INDEX "tickets_live_requester" ON "tickets" USING btree ("requester_id","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');--> statement-breakpoint
CREATE INDEX "tickets_live_priority" ON "tickets" USING btree ("priority","updated_at","id") WHERE "tickets"."status" in ('open', 'pending', 'on_hold');