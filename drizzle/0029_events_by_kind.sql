DROP INDEX "events_kind";--> statement-breakpoint
CREATE INDEX "events_desk" ON "events" USING btree ("kind","at") WHERE "events"."ticket_id" is null;--> statement-breakpoint
CREATE INDEX "events_breaches" ON "events" USING btree ("at") WHERE "events"."kind" = 'sla.breached';