-- Trusted extensions: who owns the database may create them.
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
DROP INDEX "messages_search";--> statement-breakpoint
DROP INDEX "tickets_search";--> statement-breakpoint
CREATE INDEX "people_customer_name" ON "people" USING gin ("name" gin_trgm_ops) WHERE "people"."role" = 'customer';--> statement-breakpoint
CREATE INDEX "people_customer_email" ON "people" USING gin (("email"::text) gin_trgm_ops) WHERE "people"."role" = 'customer';--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin (("id" >> 13),"search") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "tickets_search" ON "tickets" USING gin (("id" >> 11),"search") WITH (fastupdate=false);