import { asc, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizations } from '@/db/schema'
import { Missing } from '@/lib/errors'
import type { Agent, System } from '@/lib/viewer'
import type { Organization } from './organization'

/** All organizations, by name. */
export const organizationList = (_: Agent | System): Promise<readonly Organization[]> => rows()

/** Throws Missing. */
export async function organizationByUid(_: Agent | System, uid: string): Promise<Organization> {
  const [organization] = await rows(eq(organizations.uid, uid))
  if (!organization) throw new Missing('Organization not found')
  return organization
}

const rows = (which?: SQL) =>
  db
    .select({
      uid: organizations.uid,
      name: organizations.name,
      notes: organizations.notes,
      people: sql<number>`(select count(*) from people p where p.organization_id = ${organizations}.id)`,
    })
    .from(organizations)
    .where(which)
    .orderBy(asc(organizations.name))
