import { asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people, wallboards } from '@/db/schema'
import { tokenOf } from './token'
import type { Wallboard } from './wallboard'

/** Every screen there is, by name. */
export async function wallboardList(): Promise<readonly Wallboard[]> {
  const rows = await db
    .select({
      uid: wallboards.uid,
      name: wallboards.name,
      madeBy: people.name,
      createdAt: wallboards.createdAt,
      shownAt: wallboards.shownAt,
    })
    .from(wallboards)
    .innerJoin(people, eq(people.id, wallboards.creatorId))
    .orderBy(asc(sql`lower(${wallboards.name})`), asc(wallboards.id))
  return rows.map((row) => ({ ...row, token: tokenOf(row.uid) }))
}
