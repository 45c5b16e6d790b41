CREATE INDEX "organizations_alphabetical" ON "organizations" USING btree (("name"::text) collate "und-x-icu");--> statement-breakpoint
CREATE TYPE "public"."giving_rule" AS ENUM('off', 'round_robin', 'least_loaded');--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "away_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "team_members" ADD COLUMN "turn" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "giving" "giving_rule" DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "giving_limit" integer;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "takes_back" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_giving_limit" CHECK ("teams"."giving_limit" between 1 and 500);