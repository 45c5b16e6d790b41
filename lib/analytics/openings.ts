import { sql } from 'drizzle-orm'
import { calendarOpenings, calendarVersions } from '@/db/schema'
import { now } from '@/lib/clock'
import { openYear } from '@/lib/sla/open-years'
import type { Tx } from '@/lib/transaction'

/** No ticket is older. */
const firstYear = 2010

/**
 * Writes when each version of a calendar is open, where it is not written yet, so that the database can count business time
 * up to now: with the same openings that the clocks of the SLA count by.
 */
export async function writeOpenings(tx: Tx) {
  const lastYear = now().getUTCFullYear() + 1
  const missing = await tx
    .select({ id: calendarVersions.id, hours: calendarVersions.hours })
    .from(calendarVersions)
    .where(
      sql`not exists (select from ${calendarOpenings} o
        where o.version_id = ${calendarVersions.id} and o.opens = ${beginningOf(lastYear).toISOString()}::timestamptz)`,
    )
  for (const { id, hours } of missing) {
    let before = 0
    for (let year = firstYear; year <= lastYear; year++) {
      const { openings, open } = openYear(hours, year)
      const begins = beginningOf(year)
      const rows = openings.map((one) => ({
        versionId: id,
        opens: new Date(one.from),
        closes: new Date(one.to),
        before: before + one.before,
      }))
      const marked = rows[0]?.opens.getTime() === begins.getTime()
      if (!marked) rows.unshift({ versionId: id, opens: begins, closes: begins, before })
      await tx.insert(calendarOpenings).values(rows).onConflictDoNothing()
      before += open
    }
  }
}

const beginningOf = (year: number) => new Date(Date.UTC(year, 0, 1))
