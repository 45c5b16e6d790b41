import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'

/** How many wait for what this transaction holds, or for one of those who do. Asked live, however often within it. */
export async function waitingFor(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    with recursive waiting (pid) as (
      select pid from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))
      union select l.pid from pg_locks l join waiting w on w.pid = any(pg_blocking_pids(l.pid)) where not l.granted)
    select count(*)::integer as count from waiting`)
  return row?.count ?? 0
}
