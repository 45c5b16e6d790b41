import { and, gte, inArray, or, type SQL, sql } from 'drizzle-orm'
import { channel, tickets } from '@/db/schema'
import { dayLength } from '@/lib/day-length'
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
import type { Condition, Groups, ListedField, Match } from './queue-groups'
import { slaStates } from './queue-sorts'
import { priorities, statuses } from './ticket'

/** That a ticket is what the groups of a view ask; undefined where there is none. */
export const groupsHold = (
  agent: Agent,
  { match, groups }: Groups,
  now: Date,
  frequent: readonly string[],
): SQL | undefined =>
  joined(
    match,
    groups.map((group) =>
      joined(
        group.match,
        group.conditions.map((condition) => holds(agent, condition, now, frequent)),
      ),
    ),
  )

const joined = (match: Match, conditions: readonly (SQL | undefined)[]) =>
  match === 'all' ? and(...conditions) : or(...conditions)

function holds(agent: Agent, condition: Condition, now: Date, frequent: readonly string[]): SQL {
  switch (condition.field) {
    case 'words':
      return matching(condition.words) ?? nothing
    case 'created':
    case 'updated':
      return gte(
        condition.field === 'created' ? tickets.createdAt : tickets.updatedAt,
        new Date(now.getTime() - condition.days * dayLength),
      )
    default: {
      const has = listed[condition.field](condition.values)(agent, now, frequent) ?? nothing
      // Of a ticket without a team nothing is known of its team: it is none of those named.
      return condition.not ? sql`(${has}) is not true` : has
    }
  }
}

type Asked = (agent: Agent, now: Date, frequent: readonly string[]) => SQL | undefined

const among = <Word extends string>(words: readonly Word[], values: readonly string[]) =>
  words.filter((word) => values.includes(word))

/** That a ticket has one of the values. */
const listed: Record<ListedField, (values: readonly string[]) => Asked> = {
  status: (values) => () => inArray(tickets.status, among(statuses, values)),
  priority: (values) => () => inArray(tickets.priority, among(priorities, values)),
  channel: (values) => () => inArray(tickets.channel, among(channel.enumValues, values)),
  category: (values) => () => ofCategory(values),
  team: (values) => () => ofTeam(values),
  organization: (values) => () => ofOrganization(values),
  tag: (values) => (_agent, _now, frequent) => tagged(values, frequent),
  assignee: (values) => (agent) => or(...values.map((who) => assigned(agent, who))),
  needs: (values) => () => or(...among(['first_reply', 'us'] as const, values).map(needs)),
  sla: (values) => (_agent, now) => or(...among(slaStates, values).map((state) => clockIs(state, now))),
}

const nothing = sql`false`
