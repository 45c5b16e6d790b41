DROP INDEX "messages_search";--> statement-breakpoint
DROP INDEX "tickets_search";--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin (("id" >> 14),"search") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "tickets_search" ON "tickets" USING gin (("id" >> 13),"search") WITH (fastupdate=false);