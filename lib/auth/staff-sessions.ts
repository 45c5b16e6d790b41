import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** A session `s` that is alive, of somebody `p` who has not left. */
const alive = sql`s.revoked_at is null and s.expires_at > now() and p.deactivated_at is null`

/**
 * Those of these sessions (their identifiers) that are alive and of somebody who is of the staff, as a JSON array: to be
 * asked in the statement that reads what the sessions are about to be told. Notes no visit: listening is none.
 */
export const staffSessions = (ids: readonly string[]): SQL<readonly string[]> => sql`(
  select coalesce(json_agg(s.id), '[]') from sessions s join people p on p.id = s.person_id
  where s.id = any(${sql.param(`{${ids.join()}}`)}::text[]) and ${alive} and p.role <> 'customer')`

/** Whether this session (its identifier) is alive and a supervisor's: for an answer that is longer than a moment. */
export async function isSupervisorsSession(id: string) {
  const found = await db.execute(sql`
    select from sessions s join people p on p.id = s.person_id
    where s.id = ${id} and ${alive} and p.role in ('supervisor', 'admin')`)
  return found.length > 0
}
