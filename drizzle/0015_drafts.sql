CREATE TYPE "public"."writing_mode" AS ENUM('reply', 'note');--> statement-breakpoint
CREATE TABLE "drafts" (
	"person_id" bigint NOT NULL,
	"ticket_id" bigint NOT NULL,
	"mode" "writing_mode" NOT NULL,
	"body" text NOT NULL,
	"becomes" text,
	"submission" uuid NOT NULL,
	"turn" integer NOT NULL,
	"saved_at" timestamp with time zone DEFAULT moment() NOT NULL,
	CONSTRAINT "drafts_person_id_ticket_id_mode_pk" PRIMARY KEY("person_id","ticket_id","mode"),
	CONSTRAINT "drafts_body_length" CHECK (char_length("drafts"."body") <= 1048576)
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;