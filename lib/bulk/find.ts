import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { bulkItems, bulkRuns, tickets } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { isUid } from '@/lib/uid'
import type { Agent } from '@/lib/viewer'
import { actionWords } from './action'
import type { BulkCounts, BulkProgress, ItemState } from './run'
import { isFresh, isLast } from './undo'

export interface BulkRun extends BulkProgress {
  readonly createdAt: Date
}

/** How far a run of the agent has come. Throws Missing, also for a run of somebody else. */
export async function bulkRun(agent: Agent, uid: string): Promise<BulkRun> {
  const [run] = isUid(uid) ? await runs(agent, eq(bulkRuns.submission, uid), 1) : []
  if (!run) throw new Missing()
  return run
}

/** What the agent has changed many tickets by, latest first. */
export const recentBulkRuns = (agent: Agent) => runs(agent, undefined, 50)

async function runs(agent: Agent, which: SQL | undefined, most: number): Promise<readonly BulkRun[]> {
  const found = await db
    .select({
      uid: bulkRuns.submission,
      action: bulkRuns.action,
      total: bulkRuns.total,
      createdAt: bulkRuns.createdAt,
      undoneAt: bulkRuns.undoneAt,
      undoable: sql<boolean>`${bulkRuns.undoneAt} is null and ${isFresh} and ${isLast}`,
      counts: sql<Partial<BulkCounts> | null>`(
        select json_object_agg(c.state, c.count)
        from (select i.state, count(*) from bulk_items i where i.run_id = bulk_runs.id group by i.state) c)`,
    })
    .from(bulkRuns)
    .where(and(eq(bulkRuns.agentId, agent.id), which))
    .orderBy(desc(bulkRuns.id))
    .limit(most)
  return found.map(({ action, undoneAt, undoable, counts, ...run }) => {
    const counted = everyState(counts ?? {})
    return {
      ...run,
      words: actionWords(action),
      counts: counted,
      undone: undoneAt !== null,
      undoable: undoable && counted.done + counted.waiting > 0,
    }
  })
}

const everyState = (counts: Partial<BulkCounts>): BulkCounts => {
  const of = (state: ItemState) => counts[state] ?? 0
  return {
    waiting: of('waiting'),
    done: of('done'),
    unchanged: of('unchanged'),
    failed: of('failed'),
    undoing: of('undoing'),
    undone: of('undone'),
    kept: of('kept'),
  }
}

/** A ticket that a run has left as it was, or could not put back. */
export interface LeftTicket {
  readonly refid: string
  /** Null: there is no such ticket. */
  readonly subject: string | null
  readonly reason: string
}

/** More than anybody reads through. */
const mostLeft = 200

/** The tickets of a run of the agent that failed, or that were kept when it was taken back; the first 200. */
export const leftTickets = (agent: Agent, { uid, undone }: BulkProgress): Promise<readonly LeftTicket[]> =>
  db
    .select({
      refid: bulkItems.refid,
      subject: tickets.subject,
      reason: sql<string>`coalesce(${bulkItems.failure}, '')`,
    })
    .from(bulkItems)
    .innerJoin(bulkRuns, eq(bulkRuns.id, bulkItems.runId))
    .leftJoin(tickets, eq(tickets.id, bulkItems.ticketId))
    .where(
      and(
        eq(bulkRuns.agentId, agent.id),
        eq(bulkRuns.submission, uid),
        inArray(bulkItems.state, undone ? ['kept'] : ['failed']),
      ),
    )
    .orderBy(bulkItems.id)
    .limit(mostLeft)
