import type { Sql } from 'postgres'
import { steps, tales } from './stories'
import { letters, vocabulary } from './words'

/**
 * Makes the schema `bench`, which is gone when the load is done: words, letters and stories to choose from, and functions
 * of a ticket's number, so that what looks like chance is the same in every run.
 */
export async function furnish(sql: Sql) {
  await sql.unsafe(`
    create schema bench;
    create function bench.chance(n bigint, salt bigint) returns float8 language sql immutable parallel safe
      return (hashint8extended(n, salt) & 1073741823) / 1073741824.0::float8;
    -- Zipf, flattened at the head: the place of a word in the vocabulary.
    create function bench.word(n bigint, salt bigint) returns integer language sql immutable parallel safe
      return floor(20 * (exp(bench.chance(n, salt) * ln(1 + ${vocabulary.length} / 20.0)::float8) - 1))::integer;
    -- Forty bits, scattered by a factor that is prime to them, in the letters of a reference.
    create function bench.refid(n bigint) returns text language sql immutable parallel safe
      return 'SUP-' || ${refidLetters};
    -- When something is done, after a share of a ticket's life.
    create function bench.moment(created timestamptz, life float8, share float8, later float8 default 0) returns timestamptz
      language sql stable parallel safe
      return created + (floor(life * share) + later) * interval '1 second';
    create table bench.words (place integer primary key, word text not null);
    create table bench.letters (place integer primary key, text text not null);
    -- What a deed tells: its event, and what a message begins and ends with.
    create table bench.told (letter text primary key, kind text not null, audience audience not null, said boolean not null,
      change jsonb not null, hello text not null, bye text not null);
    insert into bench.told values
      ('f', 'ticket.created', 'everyone', false, '{}', '', ''),
      ('c', 'message.received', 'everyone', true, '{}', E'Hello,\\n\\n', ''),
      ('m', 'ticket.assigned', 'agents', false, '{}', '', ''),
      ('n', 'message.noted', 'agents', true, '{}', '', ''),
      ('a', 'message.answered', 'everyone', true, '{}', E'Hi,\\n\\n', E'\\n\\nKind regards'),
      ('p', 'ticket.status', 'everyone', false, '{"status": ["open", "pending"]}', '', ''),
      ('o', 'ticket.status', 'everyone', false, '{"status": ["pending", "open"]}', '', ''),
      ('h', 'ticket.status', 'agents', false, '{"status": ["open", "on_hold"]}', '', ''),
      ('r', 'ticket.resolved', 'everyone', false, '{"status": ["open", "resolved"]}', '', ''),
      ('k', 'ticket.reopened', 'everyone', false, '{"status": ["resolved", "open"]}', '', ''),
      ('g', 'rating.given', 'everyone', false, '{}', '', ''),
      ('x', 'ticket.closed', 'everyone', false, '{"status": ["resolved", "closed"]}', '', ''),
      ('s', 'ticket.marked_spam', 'agents', false, '{}', '', '')`)
  await sql`
    insert into bench.words select place - 1, word
    from unnest(${sql.array([...vocabulary])}::text[]) with ordinality one(word, place)`
  await sql`
    insert into bench.letters select place - 1, text
    from unnest(${sql.array([...letters()])}::text[]) with ordinality one(text, place)`
  await sql`
    create table bench.stories as
    select * from jsonb_to_recordset(${JSON.stringify(tales)}::text::jsonb) as one(id integer, standing text, low float8, high float8,
      status status, assigned boolean, answered float8, paused float8, resumed float8, solved float8, reopened float8,
      resolved float8, rated float8, spam float8, waiting float8, updated float8, seen float8, later float8)`
  await sql`
    create table bench.steps as
    select * from jsonb_to_recordset(${JSON.stringify(steps)}::text::jsonb)
      as one(story integer, place integer, deed text, share float8, later float8)`
  await sql.unsafe('analyze bench.words, bench.letters, bench.told, bench.stories, bench.steps')
}

/** Eight letters of five bits each. */
const refidLetters = Array.from(
  { length: 8 },
  (_, place) =>
    `substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (((n * 173961102589) & 1099511627775) >> ${5 * (7 - place)} & 31)::integer, 1)`,
).join(' || ')
