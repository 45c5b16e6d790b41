import { or, type SQL, sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { anywhere, endsWith, startsWith } from '@/lib/like'
import { nameLike } from '@/lib/name-like'
import { clockIs } from '@/lib/tickets/queue-facets'
import type { Agent } from '@/lib/viewer'
import type { Day, Days } from './days'
import type { StatusOrSpam } from './operators'
import type { Ask } from './query'

/** Nobody, or nothing: `assignee:none`, `team:none`. */
export const isNone = (name: unknown) => typeof name === 'string' && name.toLowerCase() === 'none'

/** The keys that the names of an operator stand for, as one JSON array; undefined: its values are no names, or are looked up with the tickets. */
export function keysOf(agent: Agent, ask: Ask): SQL | undefined {
  switch (ask.operator) {
    case 'assignee': {
      const names = ask.any.map((name) => (name.toLowerCase() === 'me' ? agent.email : name))
      return keys(
        sql`people p where p.role <> 'customer' and (p.email in ${names} or ${some(names, (name) => nameLike(sql`' ' || p.name`, `% ${startsWith(name)}`))})`,
      )
    }
    case 'tag':
      return keys(sql`tags p where p.name in ${ask.any.map((name) => name.toLowerCase())}`)
    case 'category':
      return keys(
        sql`categories p where ${some(ask.any, (name) => sql`p.slug = lower(${name}) or lower(p.name) = lower(${name})`)}`,
      )
    case 'team':
      return keys(sql`teams p where ${some(ask.any, (name) => sql`lower(p.name) = lower(${name})`)}`)
    case 'organization':
      return keys(
        sql`organizations p where ${some(ask.any, (name) => nameLike(sql`p.name::text`, startsWith(name)))}`,
      )
    default:
      return undefined
  }
}

const keys = (from: SQL) => sql`(select coalesce(json_agg(p.id), '[]') from ${from})`

const some = <Value>(values: readonly Value[], asked: (value: Value) => SQL) =>
  or(...values.map(asked)) ?? sql`false`

/** What an operator asks of a row of `tickets`. `found` are the keys of its names. */
export function conditionOf(agent: Agent, ask: Ask, found: readonly number[], now: Date): SQL {
  const asked = positive(agent, ask, found, now)
  return ask.not ? sql`(${asked}) is not true` : sql`(${asked})`
}

function positive(agent: Agent, ask: Ask, found: readonly number[], now: Date): SQL {
  switch (ask.operator) {
    case 'is':
      return stands(ask.any)
    case 'priority':
      return sql`${tickets.priority} in ${[...ask.any]}`
    case 'channel':
      return sql`${tickets.channel} in ${[...ask.any]}`
    case 'subject':
      return some(ask.any, (words) => sql`${tickets.search} @@ phraseto_tsquery('english', ${words})`)
    case 'sla':
      return some(ask.any, (state) => clockIs(state, now))
    case 'created':
      return some(ask.any, (days) => within(sql`${tickets.createdAt}`, days, agent.timeZone, now))
    case 'updated':
      return some(ask.any, (days) => within(sql`${tickets.updatedAt}`, days, agent.timeZone, now))
    case 'from':
      return some(ask.any, requestedBy)
    case 'assignee':
      return named(sql`${tickets.assigneeId}`, ask.any, found)
    case 'category':
      return named(sql`${tickets.categoryId}`, ask.any, found)
    case 'team':
      return named(sql`${tickets.teamId}`, ask.any, found)
    case 'tag':
      return ask.any.some(isNone)
        ? sql`not exists (select from ticket_tags g where g.ticket_id = ${tickets.id})`
        : sql`${tickets.id} in (select g.ticket_id from ticket_tags g where g.tag_id = any(${list(found)}))`
    case 'organization':
      return sql`${tickets.requesterId} in (select c.id from people c where ${named(sql`c.organization_id`, ask.any, found)})`
  }
}

function stands(any: readonly StatusOrSpam[]) {
  const among = any.filter((one) => one !== 'spam')
  const asked = [
    ...(any.length > among.length ? [sql`${tickets.spamAt} is not null`] : []),
    // Words of ours, written out: an index over live tickets is only chosen for statuses that the planner can read.
    ...(among.length > 0
      ? [sql`${tickets.status} in (${sql.raw(among.map((status) => `'${status}'`).join(', '))})`]
      : []),
  ]
  return some(asked, (one) => one)
}

const named = (column: SQL, names: readonly string[], found: readonly number[]) =>
  names.some(isNone)
    ? sql`(${column} is null or ${column} = any(${list(found)}))`
    : sql`${column} = any(${list(found)})`

const list = (keys: readonly number[]) => sql`${`{${keys.join()}}`}::bigint[]`

/** By their address, by what follows the @ of it, or by a part of their name. */
function requestedBy(name: string) {
  const at = name.indexOf('@')
  if (at > 0) return sql`${tickets.requesterId} = (select c.id from people c where c.email = ${name})`
  const asked =
    at === 0
      ? sql`c.email::text ilike ${endsWith(name)}`
      : sql`(${nameLike(sql`c.name`, anywhere(name))} or c.email::text ilike ${startsWith(name)})`
  return sql`${tickets.requesterId} in (select c.id from people c where c.role = 'customer' and ${asked})`
}

/** From midnight to midnight, where the reader is. */
function within(column: SQL, { from, until }: Days, timeZone: string, now: Date) {
  const midnight = (day: Day) => {
    const date =
      'day' in day
        ? sql`${day.day}::date`
        : sql`((${now.toISOString()}::timestamptz at time zone ${timeZone})::date - ${day.daysAgo}::integer)`
    return sql`${date}::timestamp at time zone ${timeZone}`
  }
  return sql`(${from ? sql`${column} >= ${midnight(from)}` : sql`true`} and ${until ? sql`${column} < ${midnight(until)}` : sql`true`})`
}
