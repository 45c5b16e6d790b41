DROP INDEX "facts_agent";--> statement-breakpoint
CREATE INDEX "facts_agent" ON "facts" USING btree ("agent_id","kind","day") INCLUDE ("amount","open_amount");--> statement-breakpoint
DROP INDEX "facts_amount";--> statement-breakpoint
CREATE INDEX "facts_amount" ON "facts" USING btree ("kind","day","amount") INCLUDE ("category_id");--> statement-breakpoint
DROP INDEX "facts_open_amount";--> statement-breakpoint
CREATE INDEX "facts_open_amount" ON "facts" USING btree ("kind","day","open_amount") INCLUDE ("category_id") WHERE "facts"."open_amount" is not null;
