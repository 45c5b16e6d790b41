CREATE EXTENSION IF NOT EXISTS citext;
--> statement-breakpoint
-- The clock of every column default: the transaction's own, or the moment set for it by lib/clock (seed data, tests).
CREATE FUNCTION moment() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(nullif(current_setting('deskwell.moment', true), '')::timestamptz, now())
$$;
