import { sql } from '@/db/client'
import { log } from '@/lib/log'

export type Ring = 'events'

/**
 * Calls `rung` when somebody has written something, and when the line is there (again). It is one connection, which the
 * driver opens anew, later and later, whenever it is lost. What was rung meanwhile is not made up for: a bell is a hint
 * to look at once, and whoever cares looks now and then by themselves.
 */
export async function hearBell(rung: (what?: Ring) => void) {
  try {
    await sql.listen(
      'deskwell',
      (what) => rung(isRing(what) ? what : undefined),
      () => rung(),
    )
  } catch (err) {
    log.warn({ err }, 'The database does not ring yet')
  }
}

const isRing = (what: string): what is Ring => what === 'events'
