import type { Sql } from 'postgres'
import { agentsPerTeam, categories, customersOf, firstCustomer, teams } from './company'
import { endlessStory, shares } from './stories'
import { sentences, vocabulary } from './words'

/**
 * Makes the schema `bench`, which is gone when the load is done: words, sentences and stories to choose from, and functions
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
    create function bench.uid(sort bigint, n bigint) returns uuid language sql immutable parallel safe
      return ('00000000-000' || sort || '-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
    -- Forty bits, scattered by a factor that is prime to them, in the letters of a reference.
    create function bench.refid(n bigint) returns text language sql immutable parallel safe
      return 'SUP-' || ${letters};
    -- When a deed is done: evenly over the ticket's life, closing a week after resolving.
    create function bench.moment(created timestamptz, life float8, deeds text, place bigint) returns timestamptz
      language sql stable parallel safe
      return case substr(deeds, place::integer, 1)
        when 'x' then created + interval '7 days' + floor(life) * interval '1 second'
        else created + floor(life * (case when place <= 2 then 0 when substr(deeds, place::integer, 1) = 'o' then place - 2 else place - 1 end)
          / greatest(1, length(rtrim(deeds, 'x')) - 1)) * interval '1 second' end;
    create table bench.words (place integer primary key, word text not null);
    create table bench.sentences (place integer primary key, text text not null);
    create table bench.stories (standing text not null, low float8 not null, high float8 not null, deeds text not null);
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
      ('x', 'ticket.closed', 'everyone', false, '{"status": ["resolved", "closed"]}', '', '')`)
  await sql`
    insert into bench.words select place - 1, word
    from unnest(${sql.array([...vocabulary])}::text[]) with ordinality one(word, place)`
  await sql`
    insert into bench.sentences select place - 1, text
    from unnest(${sql.array([...sentences()])}::text[]) with ordinality one(text, place)`
  for (const { standing, from, to, deeds } of shares)
    await sql`insert into bench.stories values (${standing}, ${from}, ${to}, ${deeds})`
  await sql.unsafe('analyze bench.words, bench.sentences, bench.told')
}

/**
 * Who asks for what and when, for every ticket: three years of a helpdesk that grows, most of it done. And all that was
 * done on them, in the order of time, which is also the order of keys and of places on disk.
 */
export async function plan(sql: Sql, count: number, now: Date) {
  const customers = customersOf(count)
  await sql.unsafe(`
    create unlogged table bench.tickets as
    select n, created, life, s.deeds, requester, team, category, channel, priority,
      case when s.deeds ~ 'm' then (coalesce(team, 1) - 1) * ${agentsPerTeam} + 1 + floor(${agentsPerTeam} * bench.chance(n, 9) ^ 1.4)::bigint end as agent
    from (
      select n, created, requester, channel, priority, category,
        case when category is not null then 1 + (category - 1) % ${teams.length} end as team,
        case when live then least(life, floor(age * (0.2 + 0.75 * bench.chance(n, 5)))) else life end as life,
        case when n = ${count} / 2 then 'endless' when live then 'live' when age < life + 604800 then 'resolved' else 'done' end as standing
      from (
        select n, created, age, life, age < life + 3600 or bench.chance(n, 1) < 0.9 * exp(-age / (6 * 86400)) + 0.002 as live,
          ${firstCustomer} + floor(${customers} * bench.chance(n, 2) ^ 1.5)::bigint as requester,
          case when bench.chance(n, 3) < 0.92 then 1 + floor(${categories.length} * bench.chance(n, 4) ^ 1.5)::bigint end as category,
          ${oneOf('channel', 6, { email: 0.5, portal: 0.85, widget: 0.93, api: 0.95, agent: 1 })} as channel,
          ${oneOf('priority', 7, { low: 0.2, medium: 0.75, high: 0.94, urgent: 1 })} as priority
        from (
          select n, extract(epoch from timestamptz '${now.toISOString()}' - created)::float8 as age, created, life
          from (
            select n, 1800 * exp(bench.chance(n, 8) * ln(200)::float8) as life,
              date_trunc('second', timestamptz '${now.toISOString()}' - interval '1095 days' * (1 - x) * (0.75 + 0.25 * (1 - x))) as created
            from (select n, (n - 0.5)::float8 / ${count} as x from generate_series(1::bigint, ${count}) n) numbered
          ) dated
        ) aged
      ) described
    ) standing
    cross join lateral (
      select deeds from bench.stories where standing.standing = stories.standing
        and bench.chance(n, 10) >= low and bench.chance(n, 10) < high
      union all select '${endlessStory}' where standing.standing = 'endless'
      union all select rtrim(deeds, 'x') from bench.stories where standing.standing = 'resolved' and stories.standing = 'done'
        and bench.chance(n, 10) >= low and bench.chance(n, 10) < high
      limit 1) s`)
  await sql.unsafe(`
    create unlogged table bench.deeds as
    select row_number() over w as id, count(*) filter (where deed in ('c', 'a', 'n')) over w as message, n, deed, at,
      case when deed in ('f', 'c', 'o') then requester when deed = 'x' then null
        when deed = 'n' then (coalesce(team, 1) - 1) * ${agentsPerTeam} + 1 + floor(${agentsPerTeam} * bench.chance(n + place, 11))::bigint
        else agent end as actor,
      case when deed = 'c' then channel else 'agent'::channel end as channel,
      case deed when 'm' then agent end as given
    from bench.tickets
    cross join lateral unnest(string_to_array(deeds, null)) with ordinality one(deed, place)
    cross join lateral bench.moment(created, life, deeds, place) as at
    window w as (order by at, n, place rows unbounded preceding)`)
  await sql.unsafe('analyze bench.tickets, bench.deeds')
}

/** Eight letters of five bits each. */
const letters = Array.from(
  { length: 8 },
  (_, place) =>
    `substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (((n * 173961102589) & 1099511627775) >> ${5 * (7 - place)} & 31)::integer, 1)`,
).join(' || ')

/** A word of an enumeration by chance: each up to its share. */
const oneOf = (type: string, salt: number, upTo: Readonly<Record<string, number>>) =>
  `case ${Object.entries(upTo)
    .map(([word, share]) => `when bench.chance(n, ${salt}) < ${share} then '${word}'`)
    .join(' ')} end::${type}`
