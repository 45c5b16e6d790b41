import { and, sql } from 'drizzle-orm'
import { db, plannedForItsValues } from '@/db/client'
import { tickets } from '@/db/schema'
import { conditions } from '@/lib/tickets/queue-conditions'
import { countLimit } from '@/lib/tickets/queue-counts'
import { withinView } from '@/lib/tickets/queue-filter'
import { frequentTags, tagsAsked } from '@/lib/tickets/queue-tags'
import type { Agent } from '@/lib/viewer'
import { askedViews } from './find'
import type { ViewRow } from './view'

export interface CountedView extends ViewRow {
  /** Up to a hundred. */
  readonly count: number
}

/** The views of an agent, and how many tickets each has, capped as the others are. */
export async function viewCounts(agent: Agent, now: Date): Promise<readonly CountedView[]> {
  const views = await askedViews(agent)
  const filters = views.flatMap(({ view }) => (view ? [withinView({}, view)] : []))
  if (filters.length === 0) return views.map(({ view: _, ...row }) => ({ ...row, count: 0 }))
  const frequent = await frequentTags([...new Set(filters.flatMap(tagsAsked))])
  const pairs = filters.map((filter) => {
    const wanted = and(...conditions(agent, filter, now, frequent))
    return sql`${filter.view?.uid}::text, (select count(*) from (select 1 from ${tickets} where ${wanted} limit ${countLimit}) counted)`
  })
  const [row] = await db.execute<{ counts: Readonly<Record<string, number>> }>(
    sql`${plannedForItsValues} select json_build_object(${sql.join(pairs, sql`, `)}) as counts`,
  )
  return views.map(({ view: _, ...one }) => ({ ...one, count: row?.counts[one.uid] ?? 0 }))
}
