import { inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { plannedForItsValues } from '@/db/client'
import { tickets } from '@/db/schema'
import { standsBehind } from '@/lib/analytics/behind-condition'
import type { Agent } from '@/lib/viewer'
import {
  assigned,
  clockIs,
  matching,
  needs,
  ofCategory,
  ofOrganization,
  ofTeam,
  tagged,
} from './queue-facets'
import { type QueueFilter, statusesShown } from './queue-filter'
import { groupsHold } from './queue-group-conditions'

/** Stands in every statement with conditions: those that people put together have as many texts as people have ideas. */
export const planning = ({ view }: QueueFilter) => (view?.groups.length ? plannedForItsValues : sql``)

/** Whether the database has to look for words. */
export const asksForWords = ({ q, view }: QueueFilter) =>
  Boolean(q?.trim()) || view?.groups.some((group) => group.conditions.some(({ field }) => field === 'words'))

/**
 * What a filter asks of a ticket; the counts beside the views ask the same. `frequent` are those of its tags that very many
 * tickets bear (queue-tags.ts).
 */
export function conditions(
  agent: Agent,
  filter: QueueFilter,
  now: Date,
  frequent: readonly string[] = [],
): SQL[] {
  const given: (SQL | undefined)[] = [
    // Words of ours, written out: an index over live tickets is only chosen for statuses that the planner can read.
    sql`${tickets.status} in (${sql.raw(
      statusesShown(filter)
        .map((status) => `'${status}'`)
        .join(', '),
    )})`,
    filter.spam ? isNotNull(tickets.spamAt) : isNull(tickets.spamAt),
    filter.priority.length > 0 ? inArray(tickets.priority, filter.priority) : undefined,
    filter.channel.length > 0 ? inArray(tickets.channel, filter.channel) : undefined,
    ofCategory(filter.category),
    assigned(agent, filter.assignee),
    ofTeam(filter.team),
    tagged(filter.tag, frequent),
    ofOrganization(filter.organization),
    needs(filter.needs),
    filter.behind ? standsBehind(agent, sql`${tickets.id}`, filter.behind) : undefined,
    filter.sla && clockIs(filter.sla, now),
    filter.q?.trim() ? matching(filter.q) : undefined,
    filter.view && groupsHold(agent, filter.view, now, frequent),
  ]
  return given.filter((condition) => condition !== undefined)
}
