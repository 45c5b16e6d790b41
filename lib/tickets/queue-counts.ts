import { and, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import type { Agent } from '@/lib/viewer'
import { conditions } from './queue-conditions'
import { readQueueFilter } from './queue-filter'
import { type QueueViewId, queueViews } from './views'

/** Nobody acts on the difference between 100 and 5,000, and the database need not count on. */
export const countLimit = 100

export type QueueCounts = Readonly<Partial<Record<QueueViewId, number>>>

/** How many tickets wait in each view, up to `countLimit`. What is resolved or spam waits for nobody and is not counted. */
export async function queueCounts(agent: Agent, now: Date): Promise<QueueCounts> {
  const counted = queueViews.filter(({ id }) => id !== 'resolved' && id !== 'spam')
  const pairs = counted.map(({ id, asks }) => {
    const wanted = and(...conditions(agent, { ...readQueueFilter({}), ...asks }, now))
    return sql`${id}::text, (select count(*) from (select 1 from ${tickets} where ${wanted} limit ${countLimit}) counted)`
  })
  const [row] = await db.execute<{ counts: QueueCounts }>(
    sql`select json_build_object(${sql.join(pairs, sql`, `)}) as counts`,
  )
  return row?.counts ?? {}
}
