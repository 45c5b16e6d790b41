import { type SQL, sql } from 'drizzle-orm'
import { db, type Tx } from './client'

type Row = Record<string, unknown>

/** From here on in the transaction the database ends each statement once it has taken so many milliseconds; 0: none. */
export const endsAfter = (milliseconds: number) =>
  sql`set_config('statement_timeout', ${milliseconds}::text, true)`

/** A read of which the database itself ends each statement once it has taken so many milliseconds, with the error of `isCutOff`. */
export const within = <Result>(milliseconds: number, read: (tx: Tx) => PromiseLike<Result>) =>
  db.transaction(async (tx) => {
    // Sent together; the limit arrives first.
    const [, result] = await Promise.all([tx.execute(sql`select ${endsAfter(milliseconds)}`), read(tx)])
    return result
  })

/** As `within`, for one statement. */
export const readWithin = <One extends Row>(milliseconds: number, query: SQL) =>
  within(milliseconds, (tx) => tx.execute<One>(query))
