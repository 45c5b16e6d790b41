import { sql } from 'drizzle-orm'
import { db, plannedForItsValues } from '@/db/client'
import { countsAlong, narrowedTo, within } from './counts'
import type { FactKind } from './fact'
import { ofCategories } from './named'
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
export async function categoriesReport(scope: Scope): Promise<readonly CategoryRow[]> {
  const kinds: readonly FactKind[] = ['created', 'resolved', 'rated', ...targetKinds]
  const [categories, found, medians] = await Promise.all([
    ofCategories(),
    countsAlong(scope, scope.period, 'category', kinds),
    mediansOf(scope),
  ])
  return categories
    .map(({ value, name, label }): CategoryRow => {
      const of = (kind: FactKind) => found.find((one) => one.kind === kind && one.value === value)
      const median = (kind: FactKind) =>
        medians.find((one) => one.kind === kind && one.categoryId === value)?.median ?? null
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
}

async function mediansOf(scope: Scope) {
  const amount = sql.raw(scope.hours === 'business' ? 'open_amount' : 'amount')
  return db.execute<{ kind: FactKind; categoryId: number; median: number }>(sql`
    select kind, coalesce(category_id, 0) as "categoryId", percentile_cont(0.5) within group (order by ${amount}) as median
    from facts
    where kind in ('first_response', 'resolved') and ${amount} is not null and (${within(sql`day`, [scope.period])}) and ${narrowedTo(scope)}
    group by kind, category_id ${plannedForItsValues}`)
}
