import { sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { givenMoment } from './clock'

export type { Tx } from '@/db/client'

/** Runs `work` in one transaction: all of it happens or none. */
export const inTransaction = <Result>(
  work: (tx: Tx) => Promise<Result>,
  config?: { readonly isolationLevel: 'repeatable read' },
): Promise<Result> =>
  db.transaction(async (tx) => {
    const moment = givenMoment()
    if (moment) await tx.execute(sql`select set_config('deskwell.moment', ${moment.toISOString()}, true)`)
    return work(tx)
  }, config)

/** What a trial came to. */
class TakenBack<Result> extends Error {
  constructor(readonly result: Result) {
    super('Taken back')
  }
}

/** Runs `work` as a transaction would, and takes all of it back: to see what would come of it. */
export async function tryOut<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  let trial: TakenBack<Result> | undefined
  return inTransaction(async (tx) => {
    trial = new TakenBack(await work(tx))
    throw trial
  }).catch((error: unknown) => {
    if (trial && error === trial) return trial.result
    throw error
  })
}
