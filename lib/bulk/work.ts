import { and, asc, eq, inArray } from 'drizzle-orm'
import { bulkItems, bulkRuns, moment } from '@/db/schema'
import { gaveWay, isDatabaseAway } from '@/lib/database-errors'
import { Conflict, Missing, Refused } from '@/lib/errors'
import { lastEventId } from '@/lib/events/last'
import { log } from '@/lib/log'
import { stillAgent } from '@/lib/people/still-agent'
import { inTransaction, type Tx } from '@/lib/transaction'
import { putBack } from '@/lib/undo/put-back'
import { differences, standing } from '@/lib/undo/standing'
import { act } from './act'
import type { BulkAction } from './action'

/**
 * Works on the tickets of a run that are still to be changed, or to be put back, at most `most` of them. Each is a transaction
 * of its own and marked in it: whoever works is killed at any moment, goes on, or works beside others, and no ticket is done
 * twice.
 *
 * @returns whether nothing is left that nobody works on
 */
export async function workOff(runId: number, most = Number.POSITIVE_INFINITY) {
  for (let count = 0; count < most; count++) if (!(await workOne(runId))) return true
  return false
}

const workOne = (runId: number) =>
  inTransaction(async (tx) => {
    const item = await nextItem(tx, runId)
    if (!item) return false
    await tx
      .update(bulkItems)
      .set({ ...(await outcome(tx, item)), at: moment })
      .where(eq(bulkItems.id, item.id))
    return true
  })

type Item = NonNullable<Awaited<ReturnType<typeof nextItem>>>

async function nextItem(tx: Tx, runId: number) {
  const [item] = await tx
    .select({
      id: bulkItems.id,
      state: bulkItems.state,
      ticketId: bulkItems.ticketId,
      before: bulkItems.before,
      eventId: bulkItems.eventId,
      runId: bulkRuns.id,
      action: bulkRuns.action,
      agentId: bulkRuns.agentId,
    })
    .from(bulkItems)
    .innerJoin(bulkRuns, eq(bulkRuns.id, bulkItems.runId))
    .where(and(eq(bulkItems.runId, runId), inArray(bulkItems.state, ['waiting', 'undoing'])))
    .orderBy(asc(bulkItems.id))
    .limit(1)
    .for('no key update', { of: bulkItems, skipLocked: true })
  return item
}

type Outcome = Pick<typeof bulkItems.$inferInsert, 'state' | 'failure' | 'before' | 'eventId'>

/** What is refused is the ticket's own affair: the others go on. */
async function outcome(tx: Tx, item: Item): Promise<Outcome> {
  try {
    return await tx.transaction((part) => (item.state === 'waiting' ? changeItem : putBackItem)(part, item))
  } catch (error) {
    if (isDatabaseAway(error) || gaveWay(error)) throw error
    return { state: item.state === 'waiting' ? 'failed' : 'kept', failure: reason(error, item) }
  }
}

async function changeItem(tx: Tx, item: Item): Promise<Outcome> {
  const [agent, ticket] = [await agentOf(tx, item), await standing(tx, ticketOf(item))]
  await act(tx, agent, ticket, { id: item.runId, action: item.action })
  const before = differences(ticket, await standing(tx, ticket.id))
  if (!before && !leavesNote(item.action)) return { state: 'unchanged' }
  return { state: 'done', before: before ?? {}, eventId: await lastEventId(tx, ticket) }
}

/** A note is seen in no difference, and stays when the rest is taken back. */
const leavesNote = (action: BulkAction) =>
  action.kind === 'macro' && action.actions.some((one) => one.do === 'note')

async function putBackItem(tx: Tx, item: Item): Promise<Outcome> {
  const [agent, ticket] = [await agentOf(tx, item), await standing(tx, ticketOf(item))]
  await putBack(tx, agent, ticket, { before: item.before ?? {}, eventId: item.eventId ?? 0 })
  return { state: 'undone' }
}

async function agentOf(tx: Tx, { agentId }: Item) {
  const agent = await stillAgent(tx, agentId)
  if (!agent) throw new Refused('Whoever asked for this is no agent any more')
  return agent
}

function ticketOf({ ticketId }: Item) {
  if (ticketId === null) throw new Missing()
  return ticketId
}

function reason(error: unknown, { id }: Item) {
  if (error instanceof Missing) return 'This ticket is not there any more'
  if (error instanceof Refused || error instanceof Conflict) return error.message
  log.error({ err: error, item: id }, 'A ticket of a bulk change could not be changed')
  return 'This failed on our side. It is in the log of the server.'
}
