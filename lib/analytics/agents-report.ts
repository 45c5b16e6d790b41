import { sql } from 'drizzle-orm'
import { plannedForItsValues } from '@/db/client'
import { unresolved } from './backlog'
import { countsAlong, narrowedTo } from './counts'
import { fewestRatings } from './definitions'
import type { FactKind } from './fact'
import { ofAgents } from './named'
import { ofOneMoment, read } from './one-moment'
import { mediansOfAgents } from './percentiles'
import type { Scope } from './scope'
import { targetKinds } from './sla-report'

/** What one of the staff is credited with in a period. Durations in seconds. */
export interface AgentRow {
  /** The address. */
  readonly name: string
  readonly label: string
  /** Resolutions of tickets that they had then. */
  readonly resolved: number
  readonly replies: number
  /** Null: they gave none. */
  readonly firstResponse: number | null
  readonly nextResponse: number | null
  readonly ratings: number
  /** 1 to 5; null: fewer ratings than make an average. */
  readonly averageRating: number | null
  /** Deadlines that passed on tickets that they had then. */
  readonly breaches: number
  /** Unresolved tickets that they have now. */
  readonly load: number
}

/** Each of the staff who did something in a period, or has something to do. Read it when the facts are fresh (fresh.ts). */
export const agentsReport = ofOneMoment(async (scope: Scope): Promise<readonly AgentRow[]> => {
  const kinds: readonly FactKind[] = ['resolved', 'reply', 'rated', ...targetKinds]
  const [agents, found, medians, loads] = await Promise.all([
    ofAgents(),
    countsAlong(scope, scope.period, 'agent', kinds),
    mediansOfAgents(scope, ['first_response', 'next_response']),
    loadsOf(scope),
  ])
  return agents
    .map(({ value, name, label }): AgentRow => {
      const of = (kind: FactKind) => found.find((one) => one.kind === kind && one.value === value)
      const median = (kind: FactKind) =>
        medians.find((one) => one.kind === kind && one.value === value)?.median ?? null
      const rated = of('rated')
      return {
        name,
        label,
        resolved: of('resolved')?.n ?? 0,
        replies: of('reply')?.n ?? 0,
        firstResponse: median('first_response'),
        nextResponse: median('next_response'),
        ratings: rated?.n ?? 0,
        averageRating: rated && rated.n >= fewestRatings ? rated.amount / rated.n : null,
        breaches: targetKinds.reduce((sum, kind) => sum + (of(kind)?.n ?? 0) - (of(kind)?.good ?? 0), 0),
        load: loads.get(value) ?? 0,
      }
    })
    .filter(
      ({ resolved, replies, ratings, breaches, load }) => resolved + replies + ratings + breaches + load > 0,
    )
})

async function loadsOf(scope: Scope) {
  const rows = await read<{ agentId: number; n: number }>(sql`
    select agent_id as "agentId", count(*)::integer as n from (${unresolved}) f
    where agent_id is not null and ${narrowedTo(scope)} group by agent_id ${plannedForItsValues}`)
  return new Map(rows.map(({ agentId, n }) => [agentId, n]))
}
