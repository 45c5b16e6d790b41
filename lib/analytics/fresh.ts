import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { fold } from './fold'
import { rebuild } from './rebuild'

/** A request waits for so many tickets to be read anew, and no longer; beyond, the worker does it. */
const [mostChanged, mostInAll] = [5_000, 20_000]

/**
 * Brings the facts up to what has been committed by now: what is read after it is not stale.
 *
 * @returns false: they are being computed anew, by the worker, because there are too many for whoever waits
 */
export async function fresh(): Promise<boolean> {
  if ((await fold(mostChanged)) !== 'rebuild') return true
  const [{ many } = { many: true }] = await db.execute<{ many: boolean }>(
    sql`select count(*) > ${mostInAll} as many from (select from tickets limit ${mostInAll + 1}) t`,
  )
  if (many) return false
  await rebuild()
  // Where somebody else had begun it, it knows nothing of what came since.
  return (await fold(mostChanged)) !== 'rebuild'
}

/** As `fresh`, for whoever waits as long as it takes: the library and the command line. */
export async function upToDate() {
  while ((await fold()) === 'rebuild') await rebuild()
}
