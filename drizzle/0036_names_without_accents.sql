-- Letters without their marks, and those that have none to lose. Names are found by either.
CREATE FUNCTION unaccented(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(regexp_replace(normalize($1, NFD), U&'[\0300-\036F]', '', 'g'), 'øØłŁđĐı', 'oOlLdDi');--> statement-breakpoint
DROP INDEX "people_customer_name";--> statement-breakpoint
CREATE INDEX "people_customer_name" ON "people" USING gin (unaccented("name") gin_trgm_ops) WHERE "people"."role" = 'customer';