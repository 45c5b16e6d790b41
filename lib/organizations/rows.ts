import { asc, desc, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizations } from '@/db/schema'

/** In the order of every alphabet, not of character codes. */
export const byName = sql`${organizations.name}::text collate "und-x-icu"`

/** Organizations as they are shown, in the order of their names. */
export const organizationRows = (which?: SQL, backwards = false, limit?: number) => {
  const found = db
    .select({
      uid: organizations.uid,
      name: organizations.name,
      notes: organizations.notes,
      people: sql<number>`(select count(*) from people p where p.organization_id = ${organizations}.id)`,
    })
    .from(organizations)
    .where(which)
    .orderBy(backwards ? desc(byName) : asc(byName))
  return limit === undefined ? found : found.limit(limit)
}
