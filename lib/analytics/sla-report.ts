import { type Target, targets } from '@/lib/sla/target'
import { countsAlong, countsOfBoth, type ValueCount } from './counts'
import type { FactKind } from './fact'
import { type Named, ofCategories, ofPriorities, ofTeams } from './named'
import { ofOneMoment } from './one-moment'
import { bucketsOf, type Grain, grainOf, type Period } from './period'
import type { Scope } from './scope'
import { type Share, shareOf, type Totals, targetShares } from './totals'

/** How what was promised to the tickets of one priority, team or category was kept. */
export interface Kept {
  readonly name: string
  readonly label: string
  readonly targets: Totals['targets']
}

export interface SlaReport {
  readonly grain: Grain
  readonly targets: Totals['targets']
  /** Of the period before; null: it is compared with nothing. */
  readonly before: Totals['targets'] | null
  readonly buckets: readonly { readonly period: Period; readonly targets: Totals['targets'] }[]
  readonly priorities: readonly Kept[]
  readonly teams: readonly Kept[]
  readonly categories: readonly Kept[]
}

export const targetKinds = targets.map((target): FactKind => `${target}_target`)

/** Which promises ended in a period, and which of them were kept. Read it when the facts are fresh (fresh.ts). */
export const slaReport = ofOneMoment(async (scope: Scope): Promise<SlaReport> => {
  const { period, before } = scope
  const [days, byPriority, byTeam, byCategory, teams, categories] = await Promise.all([
    countsOfBoth(scope, targetKinds),
    countsAlong(scope, period, 'priority', targetKinds),
    countsAlong(scope, period, 'team', targetKinds),
    countsAlong(scope, period, 'category', targetKinds),
    ofTeams(),
    ofCategories(),
  ])
  return {
    grain: grainOf(period),
    targets: targetShares(days, period),
    before: before && targetShares(days, before),
    buckets: bucketsOf(period).map((one) => ({ period: one, targets: targetShares(days, one) })),
    priorities: kept(byPriority, ofPriorities),
    teams: kept(byTeam, teams),
    categories: kept(byCategory, categories),
  }
})

/** What nothing was promised to has no row. */
const kept = (found: readonly ValueCount[], named: readonly Named[]): readonly Kept[] =>
  named
    .map(({ value, name, label }) => {
      const of = (target: Target): Share =>
        shareOf(
          found.find((one) => one.kind === `${target}_target` && one.value === value) ?? { n: 0, good: 0 },
        )
      return {
        name,
        label,
        targets: {
          first_response: of('first_response'),
          next_response: of('next_response'),
          resolution: of('resolution'),
        },
      }
    })
    .filter((one) => targets.some((target) => one.targets[target].of > 0))
