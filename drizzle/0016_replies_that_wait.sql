CREATE TABLE "preferences" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"value" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waiting_replies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "waiting_replies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"ticket_id" bigint NOT NULL,
	"author_id" bigint NOT NULL,
	"channel" "channel" NOT NULL,
	"body" text NOT NULL,
	"becomes" text NOT NULL,
	"status_before" "status" NOT NULL,
	"submission" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT moment() NOT NULL,
	"send_at" timestamp with time zone NOT NULL,
	CONSTRAINT "waiting_replies_uid_unique" UNIQUE("uid"),
	CONSTRAINT "waiting_replies_submission" UNIQUE("author_id","submission"),
	CONSTRAINT "waiting_replies_body_length" CHECK (char_length("waiting_replies"."body") between 1 and 65536),
	CONSTRAINT "waiting_replies_becomes" CHECK ("waiting_replies"."becomes" in ('keep', 'open', 'pending', 'on_hold', 'resolved'))
);
--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_replies" ADD CONSTRAINT "waiting_replies_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_replies" ADD CONSTRAINT "waiting_replies_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "waiting_replies_ticket" ON "waiting_replies" USING btree ("ticket_id","id");--> statement-breakpoint
CREATE INDEX "waiting_replies_time" ON "waiting_replies" USING btree ("send_at");