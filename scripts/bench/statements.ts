import { PostgresJsPreparedQuery } from 'drizzle-orm/postgres-js'

/** A statement that was sent, and how long its answer took: no less than the database had to do with it. */
export interface Statement {
  readonly text: string
  readonly params: readonly unknown[]
  readonly ms: number
}

let recording: Statement[] | undefined

const execute = PostgresJsPreparedQuery.prototype.execute
PostgresJsPreparedQuery.prototype.execute = async function (placeholders) {
  const { queryString: text, params } = sentBy(this)
  const begun = performance.now()
  try {
    return await execute.call(this, placeholders)
  } finally {
    recording?.push({ text, params, ms: performance.now() - begun })
  }
}

/** All statements that the work sends to the database. One work at a time. */
export async function recorded(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  recording = statements
  await work()
  recording = undefined
  return statements
}

/** Drizzle declares them private. */
const sentBy = (query: unknown) =>
  query as { readonly queryString: string; readonly params: readonly unknown[] }
