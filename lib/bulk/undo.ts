import { and, eq, inArray, sql } from 'drizzle-orm'
import { bulkItems, bulkRuns, moment } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { inTransaction, type Tx } from '@/lib/transaction'
import { undoHours } from '@/lib/undo/policy'
import type { Agent } from '@/lib/viewer'
import { begin } from './begin'

/**
 * Takes back the last run of an agent: every ticket that has not been changed since is put back as it was, and what was still
 * to be changed is left alone. Throws Missing for what is no run of theirs, Refused for one that is not their last, is too old or
 * was taken back already.
 */
export async function undoBulk(agent: Agent, uid: string) {
  const work = await inTransaction(async (tx) => {
    const run = await held(tx, agent, uid)
    if (run.undoneAt) throw new Refused('This was taken back already')
    if (!run.fresh) throw new Refused(`This is more than ${undoHours} hours old and cannot be taken back`)
    if (!run.last)
      throw new Refused('You have changed other tickets since. Only the last change can be taken back.')
    await tx.update(bulkRuns).set({ undoneAt: moment }).where(eq(bulkRuns.id, run.id))
    // Whoever works on one of them at this moment is waited for.
    const turned = await tx
      .update(bulkItems)
      .set({
        state: sql`(case ${bulkItems.state} when 'done' then 'undoing' else 'undone' end)::bulk_item_state`,
        at: moment,
      })
      .where(and(eq(bulkItems.runId, run.id), inArray(bulkItems.state, ['done', 'waiting'])))
      .returning({ state: bulkItems.state })
    return begin(tx, { id: run.id, total: turned.filter(({ state }) => state === 'undoing').length })
  })
  await work()
}

/** Whether a run is the last of its agent that changed anything; `undoable` of a run that is read asks the same. */
export const isLast = sql<boolean>`not exists (
  select from bulk_runs later where later.agent_id = bulk_runs.agent_id and later.id > bulk_runs.id and exists (
    select from bulk_items i where i.run_id = later.id and i.state not in ('unchanged', 'failed')))`

export const isFresh = sql<boolean>`bulk_runs.created_at > moment() - make_interval(hours => ${undoHours})`

async function held(tx: Tx, agent: Agent, uid: string) {
  const [run] = await tx
    .select({ id: bulkRuns.id, undoneAt: bulkRuns.undoneAt, fresh: isFresh, last: isLast })
    .from(bulkRuns)
    .where(and(eq(bulkRuns.agentId, agent.id), eq(bulkRuns.submission, uid)))
    .for('no key update')
  if (!run) throw new Missing()
  return run
}
