CREATE TABLE "wallboards" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "wallboards_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"creator_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"shown_at" timestamp with time zone,
	CONSTRAINT "wallboards_uid_unique" UNIQUE("uid"),
	CONSTRAINT "wallboards_name_unique" UNIQUE("name"),
	CONSTRAINT "wallboards_name_length" CHECK (char_length("wallboards"."name") between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "wallboards" ADD CONSTRAINT "wallboards_creator_id_people_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;