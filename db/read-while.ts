import { type SQL, sql } from 'drizzle-orm'
import { db } from './client'

type Row = Record<string, unknown>

/**
 * A long read that somebody may stop waiting for: once `wanted` aborts, the database ends it and the connection is free
 * again. Throws the signal's reason then.
 */
export function readWhile<One extends Row>(wanted: AbortSignal | undefined, query: SQL) {
  if (!wanted) return db.execute<One>(query)
  wanted.throwIfAborted()
  return db.transaction(async (tx) => {
    const [backend] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    let stopping: Promise<unknown> | undefined
    const stop = () => {
      stopping = db.execute(sql`select pg_cancel_backend(${backend?.pid})`).catch(() => {})
    }
    wanted.addEventListener('abort', stop)
    try {
      return await tx.execute<One>(query)
    } catch (error) {
      wanted.throwIfAborted()
      throw error
    } finally {
      wanted.removeEventListener('abort', stop)
      // Until it has arrived the connection stays ours: it must not end what somebody else reads on it next.
      await stopping
    }
  })
}
