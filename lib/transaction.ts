import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { givenMoment } from './clock'
import { gaveWay } from './database-errors'

export type { Tx } from '@/db/client'

type Work<Result> = (tx: Tx) => Promise<Result>
type Config = { readonly isolationLevel: 'repeatable read' } | undefined

/**
 * Runs `work` in one transaction: all of it happens or none. Where the database has ended it for the sake of another one, it
 * is run once more: so `work` changes nothing but the database, and reads again what it decides by.
 */
export const inTransaction = <Result>(work: Work<Result>, config?: Config): Promise<Result> =>
  once(work, config).catch((error: unknown) => {
    if (gaveWay(error)) return once(work, config)
    throw error
  })

type Guard = (tx: Tx) => Promise<void>

const guards = new AsyncLocalStorage<Guard | undefined>()

/** Runs `work`, each transaction of which begins with this: where it throws, nothing of the transaction happens. */
export const guarded = <Result>(guard: Guard, work: () => Result): Result => guards.run(guard, work)

const once = <Result>(work: Work<Result>, config: Config): Promise<Result> =>
  db.transaction(async (tx) => {
    const moment = givenMoment()
    if (moment) await tx.execute(sql`select set_config('deskwell.moment', ${moment.toISOString()}, true)`)
    await guards.getStore()?.(tx)
    // One that it begins beside this one would wait for whoever waits for this one.
    return guards.run(undefined, () => work(tx))
  }, config)

/** What a trial came to. */
class TakenBack<Result> extends Error {
  constructor(readonly result: Result) {
    super('Taken back')
  }
}

/** Runs `work` as a transaction would, and takes all of it back: to see what would come of it. */
export async function tryOut<Result>(work: Work<Result>): Promise<Result> {
  let trial: TakenBack<Result> | undefined
  return inTransaction(async (tx) => {
    trial = new TakenBack(await work(tx))
    throw trial
  }).catch((error: unknown) => {
    if (trial && error === trial) return trial.result
    throw error
  })
}
