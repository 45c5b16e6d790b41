import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/transaction'
import type { Jobs } from './job'

/**
 * Adds a job in the transaction of the change that asks for it: both are there or neither. A job with the same `key`
 * that has not started yet is replaced.
 */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  { runAt, key }: { readonly runAt?: Date; readonly key?: string } = {},
) {
  await tx.execute(sql`
    select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
      run_at := coalesce(${runAt?.toISOString() ?? null}::timestamptz, now()), job_key := ${key ?? null})`)
}
