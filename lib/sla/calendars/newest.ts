import { eq, type SQL, sql } from 'drizzle-orm'
import { calendarVersions } from '@/db/schema'
import type { Tx } from '@/lib/transaction'

/** The key of a calendar's newest version, by the key of the calendar; null where that is null. */
export const newestVersionOf = (calendarId: SQL | number) => sql<number | null>`(
  select v.id from calendar_versions v where v.calendar_id = ${calendarId} order by v.number desc limit 1)`

/** By the key of the calendar. */
export async function newestVersion(tx: Tx, calendarId: number) {
  const [version] = await tx
    .select({ id: calendarVersions.id, number: calendarVersions.number, hours: calendarVersions.hours })
    .from(calendarVersions)
    .where(eq(calendarVersions.id, newestVersionOf(calendarId)))
  if (!version) throw new Error('A calendar has no version')
  return version
}
