import { type SQL, sql } from 'drizzle-orm'

/**
 * Those of these sessions (their identifiers) that are alive and of somebody who is of the staff, as a JSON array: to be
 * asked in the statement that reads what the sessions are about to be told. Notes no visit: listening is none.
 */
export const staffSessions = (ids: readonly string[]): SQL<readonly string[]> => sql`(
  select coalesce(json_agg(s.id), '[]') from sessions s join people p on p.id = s.person_id
  where s.id = any(${sql.param(`{${ids.join()}}`)}::text[]) and s.revoked_at is null and s.expires_at > now()
    and p.deactivated_at is null and p.role <> 'customer')`
