import { and, sql } from 'drizzle-orm'
import { plannedForItsValues } from '@/db/client'
import { readWithin } from '@/db/read-within'
import { tickets } from '@/db/schema'
import { unlessCutOff } from '@/lib/database-errors'
import { conditions } from '@/lib/tickets/queue-conditions'
import { countLimit } from '@/lib/tickets/queue-counts'
import { type QueueFilter, withinView } from '@/lib/tickets/queue-filter'
import { frequentTags, tagsAsked } from '@/lib/tickets/queue-tags'
import type { Agent } from '@/lib/viewer'
import { askedViews } from './find'
import type { ViewRow } from './view'

export interface CountedView extends ViewRow {
  /** Up to a hundred; nothing where it is not known. */
  readonly count?: number
}

/** In milliseconds. What takes longer to count goes without: the other numbers of the sidebar come with the same answer. */
const patience = 1_000

/** The views of an agent, and how many tickets each has, capped as the others are. */
export async function viewCounts(agent: Agent, now: Date): Promise<readonly CountedView[]> {
  const views = await askedViews(agent)
  const filters = views.flatMap(({ view }) => (view ? [withinView({}, view)] : []))
  const counts = filters.length > 0 ? await counted(agent, filters, now) : {}
  return views.map(({ view: _, ...row }) => ({ ...row, count: counts[row.uid] }))
}

async function counted(agent: Agent, filters: readonly QueueFilter[], now: Date) {
  const frequent = await frequentTags([...new Set(filters.flatMap(tagsAsked))])
  const pairs = filters.map((filter) => {
    const wanted = and(...conditions(agent, filter, now, frequent))
    return sql`${filter.view?.uid}::text, (select count(*) from (select 1 from ${tickets} where ${wanted} limit ${countLimit}) counted)`
  })
  const [row] = await unlessCutOff(
    readWithin<{ counts: Readonly<Record<string, number>> }>(
      patience,
      sql`${plannedForItsValues} select json_build_object(${sql.join(pairs, sql`, `)}) as counts`,
    ),
    [],
  )
  return row?.counts ?? {}
}
