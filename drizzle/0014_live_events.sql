-- In two steps: with the default at once, every event there is would be written anew, and be news.
ALTER TABLE "events" ADD COLUMN "tx" "xid8";--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "tx" SET DEFAULT pg_current_xact_id();--> statement-breakpoint
CREATE INDEX "events_tx" ON "events" USING btree ("tx") WHERE "events"."tx" is not null;--> statement-breakpoint
-- A bell and no more: whoever hears it reads what is new (lib/realtime). However much a transaction writes, it rings once.
CREATE FUNCTION ring_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('deskwell', 'events');
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_ring AFTER INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION ring_events();
