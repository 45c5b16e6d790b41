-- Built beside those that are there: until they take their place, everybody goes on reading.
CREATE INDEX "messages_search_wider" ON "messages" USING gin (("id" >> 14),"search") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "tickets_search_wider" ON "tickets" USING gin (("id" >> 13),"search") WITH (fastupdate=false);--> statement-breakpoint
DROP INDEX "messages_search";--> statement-breakpoint
DROP INDEX "tickets_search";--> statement-breakpoint
ALTER INDEX "messages_search_wider" RENAME TO "messages_search";--> statement-breakpoint
ALTER INDEX "tickets_search_wider" RENAME TO "tickets_search";
