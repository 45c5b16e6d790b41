import { countsAlong } from './counts'
import type { FactKind } from './fact'
import { ofCategories } from './named'
import { ofOneMoment } from './one-moment'
import { mediansOfCategories } from './percentiles'
import type { Scope } from './scope'
import { targetKinds } from './sla-report'
import type { Ratings, Share } from './totals'
import { ratingsOf } from './totals'

/** The numbers of the tickets of a category. Durations in seconds. */
export interface CategoryRow {
  readonly name: string
  readonly label: string
  readonly created: number
  readonly resolved: number
  readonly firstResponse: number | null
  readonly resolution: number | null
  /** Of all that was promised. */
  readonly kept: Share
  readonly ratings: Ratings
}

/** Each category in which something happened in a period. Read it when the facts are fresh (fresh.ts). */
export const categoriesReport = ofOneMoment(async (scope: Scope): Promise<readonly CategoryRow[]> => {
  const kinds: readonly FactKind[] = ['created', 'resolved', 'rated', ...targetKinds]
  const [categories, found, medians] = await Promise.all([
    ofCategories(),
    countsAlong(scope, scope.period, 'category', kinds),
    mediansOfCategories(scope, ['first_response', 'resolved']),
  ])
  return categories
    .map(({ value, name, label }): CategoryRow => {
      const of = (kind: FactKind) => found.find((one) => one.kind === kind && one.value === value)
      const median = (kind: FactKind) =>
        medians.find((one) => one.kind === kind && one.value === value)?.median ?? null
      const sum = (field: 'n' | 'good') =>
        targetKinds.reduce((total, kind) => total + (of(kind)?.[field] ?? 0), 0)
      return {
        name,
        label,
        created: of('created')?.n ?? 0,
        resolved: of('resolved')?.n ?? 0,
        firstResponse: median('first_response'),
        resolution: median('resolved'),
        kept: { n: sum('good'), of: sum('n') },
        ratings: ratingsOf(of('rated') ?? { n: 0, good: 0, amount: 0 }),
      }
    })
    .filter(({ created, resolved, kept, ratings }) => created + resolved + kept.of + ratings.of > 0)
})
