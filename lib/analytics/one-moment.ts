import { AsyncLocalStorage } from 'node:async_hooks'
import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { inTransaction, type Tx } from '@/lib/transaction'

const moments = new AsyncLocalStorage<Tx>()

/**
 * Runs what is read by `read` so that all statements see the same moment, whatever is folded in between them; they are sent
 * one behind the other, over one connection. Nothing in it may ask for another one: of these there are few. Inside of
 * another it is of that one's moment.
 */
export function atOneMoment<Result>(work: () => Promise<Result>): Promise<Result> {
  if (moments.getStore()) return work()
  return inTransaction(
    async (tx) => {
      // Before the snapshot: in tables that take their place later (beside.ts) it would see nothing.
      await tx.execute(sql`lock table facts, fact_tallies in access share mode`)
      return moments.run(tx, work)
    },
    { isolationLevel: 'repeatable read' },
  )
}

/** A report of one moment. */
export const ofOneMoment =
  <Scope, Report>(report: (scope: Scope) => Promise<Report>) =>
  (scope: Scope): Promise<Report> =>
    atOneMoment(() => report(scope))

/** What a statement finds, at the moment of the report that it is a part of. */
export const read = <Row extends Record<string, unknown>>(query: SQL) =>
  (moments.getStore() ?? db).execute<Row>(query)
