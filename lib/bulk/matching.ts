import { and, sql } from 'drizzle-orm'
import { endsAfter, readWithin } from '@/db/read-within'
import { tickets } from '@/db/schema'
import { isCutOff } from '@/lib/database-errors'
import { Refused } from '@/lib/errors'
import { patience, tookTooLong } from '@/lib/patience'
import { conditions, planning } from '@/lib/tickets/queue-conditions'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { frequentTags, tagsAsked } from '@/lib/tickets/queue-tags'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { mostTickets } from './run'

/**
 * How many tickets a queue has on all of its pages; of more than can be changed at once, one more than that. Fails with the error
 * of `isCutOff` where that takes too long.
 */
export async function countMatching(agent: Agent, filter: QueueFilter, now: Date): Promise<number> {
  const wanted = await asked(agent, filter, now)
  const [row] = await readWithin<{ count: number }>(
    patience.near,
    sql`select count(*) from (select 1 from ${tickets} where ${wanted} limit ${mostTickets + 1}) counted`,
  )
  return row?.count ?? 0
}

/** The same tickets, one by one. Throws Refused (`tickets`) where it takes too long to find them. */
export async function allMatching(tx: Tx, agent: Agent, filter: QueueFilter, now: Date) {
  const wanted = await asked(agent, filter, now)
  await tx.execute(sql`select ${endsAfter(patience.near)}`)
  try {
    const found = await tx
      .select({ id: tickets.id, refid: tickets.refid })
      .from(tickets)
      .where(wanted)
      .orderBy(tickets.id)
      .limit(mostTickets + 1)
    await tx.execute(sql`select ${endsAfter(0)}`)
    return found
  } catch (error) {
    throw isCutOff(error) ? new Refused(`${tookTooLong.title}. ${tookTooLong.advice}`, 'tickets') : error
  }
}

const asked = async (agent: Agent, filter: QueueFilter, now: Date) =>
  sql`${planning(filter)} ${and(...conditions(agent, filter, now, await frequentTags(tagsAsked(filter))))}`
