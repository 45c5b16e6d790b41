import { type SQL, sql } from 'drizzle-orm'
import { db, type Tx } from './client'

type Row = Record<string, unknown>

/** A read of which the database itself ends each statement once it has taken so many milliseconds, with the error of `isCutOff`. */
export const within = <Result>(milliseconds: number, read: (tx: Tx) => PromiseLike<Result>) =>
  db.transaction(async (tx) => {
    // Sent together; the limit arrives first.
    const [, result] = await Promise.all([
      tx.execute(sql`select set_config('statement_timeout', ${milliseconds}::text, true)`),
      read(tx),
    ])
    return result
  })

/** As `within`, for one statement. */
export const readWithin = <One extends Row>(milliseconds: number, query: SQL) =>
  within(milliseconds, (tx) => tx.execute<One>(query))
