import { sql } from '@/db/client'
import { log } from '@/lib/log'

/** That something was written; or on which ticket somebody has come, gone, or begun to reply. */
export type Ring = 'events' | { readonly presence: string }

/**
 * Calls `rung` when somebody has written something, and when the line is there (again). It is one connection, which the
 * driver opens anew, later and later, whenever it is lost. What was rung meanwhile is not made up for: a bell is a hint
 * to look at once, and whoever cares looks now and then by themselves.
 */
export async function hearBell(rung: (what?: Ring) => void) {
  try {
    await sql.listen(
      'deskwell',
      (what) => rung(ringOf(what)),
      () => rung(),
    )
  } catch (err) {
    log.warn({ err }, 'The database does not ring yet')
  }
}

function ringOf(what: string): Ring | undefined {
  if (what === 'events') return what
  const [name, refid] = what.split(' ')
  return name === 'presence' && refid ? { presence: refid } : undefined
}
