import { sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { givenMoment } from './clock'

export type { Tx } from '@/db/client'

/** Runs `work` in one transaction: all of it happens or none. */
export const inTransaction = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  db.transaction(async (tx) => {
    const moment = givenMoment()
    if (moment) await tx.execute(sql`select set_config('deskwell.moment', ${moment.toISOString()}, true)`)
    return work(tx)
  })
