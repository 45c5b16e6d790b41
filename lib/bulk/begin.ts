import { now } from '@/lib/clock'
import { enqueue } from '@/lib/jobs/enqueue'
import { log } from '@/lib/log'
import { inTransaction, type Tx } from '@/lib/transaction'
import { manyTickets } from './run'
import { workOff } from './work'

/** A server that stops in the middle of a few leaves the rest to the worker, after so many milliseconds. */
const patience = 30_000

interface Run {
  readonly id: number
  /** How many tickets there are to change. */
  readonly total: number
}

/** Has a run worked on once the transaction has ended: by the job, and where there is little to do by whoever calls the answer. */
export async function begin(tx: Tx, { id, total }: Run) {
  const many = total >= manyTickets
  await workLater(tx, id, many ? undefined : new Date(now().getTime() + patience))
  return async () => {
    // The run has begun: where this fails, the job does the rest.
    if (!many)
      await workOff(id).catch((err) => log.warn({ err, runId: id }, 'A bulk run is left to the worker'))
  }
}

/** So much at once that other jobs have their turn, and a worker that is told to end ends soon. */
const some = 100

/** Works on some tickets of a run, and has the others worked on by another job. */
export async function workSome(runId: number) {
  if (!(await workOff(runId, some))) await inTransaction((tx) => workLater(tx, runId))
}

export const workLater = (tx: Tx, runId: number, runAt?: Date) =>
  enqueue(tx, 'bulk-work', { runId }, { key: `bulk-work:${runId}`, ...(runAt && { runAt }) })
