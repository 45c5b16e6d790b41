CREATE TABLE "saved_views" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "saved_views_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"owner_id" bigint,
	"team_id" bigint,
	"query" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	CONSTRAINT "saved_views_uid_unique" UNIQUE("uid"),
	CONSTRAINT "saved_views_name_length" CHECK (char_length("saved_views"."name") between 1 and 60),
	CONSTRAINT "saved_views_one_scope" CHECK ("saved_views"."owner_id" is null or "saved_views"."team_id" is null)
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_of_owner" ON "saved_views" USING btree ("owner_id",lower("name")) WHERE "saved_views"."owner_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_of_team" ON "saved_views" USING btree ("team_id",lower("name")) WHERE "saved_views"."team_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_of_everyone" ON "saved_views" USING btree (lower("name")) WHERE "saved_views"."owner_id" is null and "saved_views"."team_id" is null;