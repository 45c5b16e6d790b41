import { sql } from 'drizzle-orm'
import { PostgresJsPreparedQuery } from 'drizzle-orm/postgres-js'
import { db } from '@/db/client'
import { median } from './load'

/** A statement that was sent, and how long its answer took. */
export interface Statement {
  readonly text: string
  readonly params: readonly unknown[]
  readonly ms: number
}

let recording: Statement[] | undefined
let before: Promise<unknown> = Promise.resolve()

const execute = PostgresJsPreparedQuery.prototype.execute
PostgresJsPreparedQuery.prototype.execute = function (placeholders) {
  if (!recording) return execute.call(this, placeholders)
  const kept = recording
  const { queryString: text, params } = sentBy(this)
  // One after the other: side by side, each would seem to take as long as all.
  const sent = before.then(async () => {
    const begun = performance.now()
    const rows = await execute.call(this, placeholders)
    kept.push({ text, params, ms: performance.now() - begun })
    return rows
  })
  before = sent.catch(() => {})
  return sent
}

/** All statements that the work sends to the database. One work at a time. */
export async function recorded(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  recording = statements
  try {
    await work()
  } finally {
    recording = undefined
  }
  return statements
}

/** Milliseconds until an answer is here for which the database had nothing to do: the way there and back, and the driver. */
export async function wayThereAndBack(): Promise<number> {
  const statements = await recorded(async () => {
    for (let turn = 0; turn < 100; turn += 1) await db.execute(sql`select 1`)
  })
  return median(statements.map(({ ms }) => ms))
}

/** Drizzle declares them private. */
const sentBy = (query: unknown) =>
  query as { readonly queryString: string; readonly params: readonly unknown[] }
