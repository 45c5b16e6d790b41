import { between, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import { reaches, rowsThatMatch } from '@/lib/search/candidates'
import type { Agent } from '@/lib/viewer'
import type { QueueFilter } from './queue-filter'
import type { slaStates } from './queue-sorts'
import { readBegunRefid, readRefid } from './refid'

// What each facet of a queue asks of a ticket: the same in an address, in a saved view and in its conditions.

export function assigned(agent: Agent, assignee: string | undefined) {
  if (!assignee) return undefined
  if (assignee === 'me') return eq(tickets.assigneeId, agent.id)
  if (assignee === 'none') return isNull(tickets.assigneeId)
  return sql`${tickets.assigneeId} = (select p.id from people p where p.email = ${assignee} and p.role <> 'customer')`
}

export function ofCategory(category: QueueFilter['category']) {
  const slugs = category.filter((slug) => slug !== 'none')
  return or(
    slugs.length < category.length ? isNull(tickets.categoryId) : undefined,
    slugs.length > 0
      ? oneOf(sql`${tickets.categoryId}`, sql`select c.id from categories c where c.slug`, slugs)
      : undefined,
  )
}

export function ofTeam(team: QueueFilter['team']) {
  const uids = team.filter((uid) => uid !== 'none')
  return or(
    uids.length < team.length ? isNull(tickets.teamId) : undefined,
    uids.length > 0
      ? oneOf(sql`${tickets.teamId}`, sql`select m.id from teams m where m.uid`, uids)
      : undefined,
  )
}

/** The tickets of one category or team are in an index in the order of the queue; those of several are not. */
const oneOf = (column: SQL, keys: SQL, names: readonly string[]) =>
  names.length === 1 ? sql`${column} = (${keys} = ${names[0]})` : sql`${column} in (${keys} in ${[...names]})`

/** What few bear is found from the tag. Of what many bear, a page is full before long: each ticket is asked for its tags. */
export function tagged(names: QueueFilter['tag'], frequent: readonly string[]) {
  const many = names.filter((name) => frequent.includes(name))
  const few = names.filter((name) => !frequent.includes(name))
  return or(
    many.length > 0
      ? sql`(select true from ticket_tags x where x.ticket_id = ${tickets.id}
          and x.tag_id = any (array(select g.id from tags g where g.name in ${many})) limit 1)`
      : undefined,
    few.length > 0
      ? sql`${tickets.id} in (
          select x.ticket_id from ticket_tags x join tags g on g.id = x.tag_id where g.name in ${few})`
      : undefined,
  )
}

export const ofOrganization = (uids: QueueFilter['organization']) =>
  uids.length > 0
    ? sql`${tickets.requesterId} in (
        select p.id from people p join organizations o on o.id = p.organization_id where o.uid in ${[...uids]})`
    : undefined

export function needs(what: QueueFilter['needs']) {
  if (what === 'us') return sql`${tickets.waitingSince} is not null`
  if (what === 'first_reply') return isNull(tickets.firstAnsweredAt)
  return undefined
}

/** How the clocks of a ticket stand at a moment; a search asks the same. The deadline is asked for as an index has it. */
export function clockIs(state: (typeof slaStates)[number], now: Date) {
  const moment = sql`${now.toISOString()}::timestamptz`
  const due = sql`coalesce(${tickets.slaDueAt}, 'infinity'::timestamptz)`
  switch (state) {
    case 'breached':
      return sql`${due} < ${moment}`
    case 'at_risk':
      return sql`${due} >= ${moment} and ${tickets.slaRiskAt} <= ${moment}`
    case 'ok':
      return sql`${due} >= ${moment} and ${tickets.slaRiskAt} > ${moment}`
    case 'paused':
      return sql`${tickets.slaPausedAt} is not null`
    case 'none':
      return sql`${tickets.slaDueAt} is null and ${tickets.slaPausedAt} is null`
  }
}

/**
 * That a ticket has the words, in its subject or a message, or a reference that begins so. What very many have is looked for in the newest. The keys are
 * listed first: whether they are few or many, the database does not know before.
 */
export function matching(q: string) {
  const query = sql`(select websearch_to_tsquery('english', ${q}))`
  const refid = readRefid(q)
  const begun = readBegunRefid(q)
  const { messages, tickets: titles } = reaches.queue
  return or(
    refid ? eq(tickets.refid, refid) : undefined,
    begun ? between(tickets.refid, begun.first, begun.last) : undefined,
    sql`${tickets.id} = any (array(
      with ${rowsThatMatch('said', { table: 'messages', columns: sql`m.ticket_id as id`, query }, messages)},
      ${rowsThatMatch('titled', { table: 'tickets', columns: sql`m.id`, query }, titles)}
      select id from said_new union select id from said_old union select id from titled_new union select id from titled_old))`,
  )
}
