import { and, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { tickets } from '@/db/schema'
import { conditions, planning } from '@/lib/tickets/queue-conditions'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { frequentTags, tagsAsked } from '@/lib/tickets/queue-tags'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { mostTickets } from './run'

/** How many tickets a queue has on all of its pages; of more than can be changed at once, one more than that. */
export async function countMatching(agent: Agent, filter: QueueFilter, now: Date): Promise<number> {
  const wanted = await asked(agent, filter, now)
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*) from (select 1 from ${tickets} where ${wanted} limit ${mostTickets + 1}) counted`,
  )
  return row?.count ?? 0
}

/** The same tickets, one by one. */
export const allMatching = async (tx: Tx, agent: Agent, filter: QueueFilter, now: Date) =>
  tx
    .select({ id: tickets.id, refid: tickets.refid })
    .from(tickets)
    .where(await asked(agent, filter, now))
    .orderBy(tickets.id)
    .limit(mostTickets + 1)

const asked = async (agent: Agent, filter: QueueFilter, now: Date) =>
  sql`${planning(filter)} ${and(...conditions(agent, filter, now, await frequentTags(tagsAsked(filter))))}`
