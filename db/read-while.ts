import { type SQL, sql } from 'drizzle-orm'
import { besidePool, db } from './client'

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
      // Not over the pool: each of its connections may be a read that waits for its end.
      stopping = besidePool`select pg_cancel_backend(${backend?.pid ?? null}::integer)`.catch(() => {})
    }
    wanted.addEventListener('abort', stop)
    try {
      // It may have aborted while we waited for a connection.
      wanted.throwIfAborted()
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
