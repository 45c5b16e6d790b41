import { type SQL, sql } from 'drizzle-orm'
import { db } from './client'

type Row = Record<string, unknown>

/** A read that the database itself ends once it has taken so many milliseconds, with the error of `isCutOff`. */
export const readWithin = <One extends Row>(milliseconds: number, query: SQL) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('statement_timeout', ${milliseconds}::text, true)`)
    return await tx.execute<One>(query)
  })
