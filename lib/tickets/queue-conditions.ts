import { eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { tickets } from '@/db/schema'
import type { Agent } from '@/lib/viewer'
import { type QueueFilter, statusesShown } from './queue-filter'
import { readRefid } from './refid'

/** What a filter asks of a ticket; the counts beside the views ask the same. */
export function conditions(agent: Agent, filter: QueueFilter, now: Date): SQL[] {
  const given: (SQL | undefined)[] = [
    // Words of ours, written out: an index over live tickets is only chosen for statuses that the planner can read.
    sql`${tickets.status} in (${sql.raw(
      statusesShown(filter)
        .map((status) => `'${status}'`)
        .join(', '),
    )})`,
    filter.priority.length > 0 ? inArray(tickets.priority, filter.priority) : undefined,
    filter.category.length > 0 ? inArray(categoryId, filter.category) : undefined,
    assigned(agent, filter.assignee),
    ofTeam(filter.team),
    tagged(filter.tag),
    ofOrganization(filter.organization),
    needs(filter.needs),
    clock(filter.sla, now),
    filter.q?.trim() ? matching(filter.q) : undefined,
  ]
  return given.filter((condition) => condition !== undefined)
}

const categoryId = sql`(select c.slug from categories c where c.id = ${tickets.categoryId})`

function assigned(agent: Agent, assignee: string | undefined) {
  if (!assignee) return undefined
  if (assignee === 'me') return eq(tickets.assigneeId, agent.id)
  if (assignee === 'none') return isNull(tickets.assigneeId)
  return sql`${tickets.assigneeId} = (select p.id from people p where p.email = ${assignee} and p.role <> 'customer')`
}

function ofTeam(team: QueueFilter['team']) {
  const uids = team.filter((uid) => uid !== 'none')
  const [only] = uids
  return or(
    uids.length < team.length ? isNull(tickets.teamId) : undefined,
    // One team's tickets are in the index in the order of the queue; those of several are not.
    uids.length === 1
      ? sql`${tickets.teamId} = (select m.id from teams m where m.uid = ${only})`
      : uids.length > 1
        ? sql`${tickets.teamId} in (select m.id from teams m where m.uid in ${uids})`
        : undefined,
  )
}

const tagged = (names: QueueFilter['tag']) =>
  names.length > 0
    ? sql`${tickets.id} in (
        select x.ticket_id from ticket_tags x join tags g on g.id = x.tag_id where g.name in ${[...names]})`
    : undefined

const ofOrganization = (uids: QueueFilter['organization']) =>
  uids.length > 0
    ? sql`${tickets.requesterId} in (
        select p.id from people p join organizations o on o.id = p.organization_id where o.uid in ${[...uids]})`
    : undefined

function needs(what: QueueFilter['needs']) {
  if (what === 'us') return sql`${tickets.waitingSince} is not null`
  if (what === 'first_reply') return isNull(tickets.firstAnsweredAt)
  return undefined
}

function clock(sla: QueueFilter['sla'], now: Date) {
  const moment = sql`${now.toISOString()}::timestamptz`
  switch (sla) {
    case 'breached':
      return sql`${tickets.slaDueAt} < ${moment}`
    case 'at_risk':
      return sql`${tickets.slaDueAt} >= ${moment} and ${tickets.slaRiskAt} <= ${moment}`
    case 'ok':
      return sql`${tickets.slaDueAt} >= ${moment} and ${tickets.slaRiskAt} > ${moment}`
    case 'paused':
      return sql`${tickets.slaPausedAt} is not null`
    case 'none':
      return sql`${tickets.slaDueAt} is null and ${tickets.slaPausedAt} is null`
    default:
      return undefined
  }
}

function matching(q: string) {
  const words = sql`websearch_to_tsquery('english', ${q})`
  const refid = readRefid(q)
  return or(
    refid ? eq(tickets.refid, refid) : undefined,
    sql`${tickets.id} in (
      select t.id from tickets t where t.search @@ ${words}
      union all select m.ticket_id from messages m where m.search @@ ${words})`,
  )
}
