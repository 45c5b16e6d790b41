CREATE TABLE "canned_replies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "canned_replies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"shortcut" text,
	"body" text NOT NULL,
	"actions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"owner_id" bigint,
	"team_id" bigint,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT moment() NOT NULL,
	CONSTRAINT "canned_replies_uid_unique" UNIQUE("uid"),
	CONSTRAINT "canned_replies_name_length" CHECK (char_length("canned_replies"."name") between 1 and 80),
	CONSTRAINT "canned_replies_shortcut_shape" CHECK ("canned_replies"."shortcut" = lower("canned_replies"."shortcut") and "canned_replies"."shortcut" !~ '[[:space:]/]' and char_length("canned_replies"."shortcut") between 1 and 30),
	CONSTRAINT "canned_replies_body_length" CHECK (char_length("canned_replies"."body") <= 10000),
	CONSTRAINT "canned_replies_does_something" CHECK ("canned_replies"."body" <> '' or "canned_replies"."actions" <> '[]'),
	CONSTRAINT "canned_replies_actions_list" CHECK (jsonb_typeof("canned_replies"."actions") = 'array'),
	CONSTRAINT "canned_replies_one_scope" CHECK (num_nonnulls("canned_replies"."owner_id", "canned_replies"."team_id") <= 1)
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "actions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "waiting_replies" ADD COLUMN "actions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_shortcut" ON "canned_replies" USING btree ("shortcut",coalesce("owner_id", 0),coalesce("team_id", 0));