import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizations } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { type NamingPolicy, policiesNaming } from '@/lib/sla/policies/naming'
import { isUid } from '@/lib/uid'
import type { Admin, Agent, System } from '@/lib/viewer'
import type { Organization } from './organization'
import { byName, organizationRows } from './rows'

/** All organizations, by name. */
export const organizationList = (_: Agent | System): Promise<readonly Organization[]> => organizationRows()

/** Throws Missing. */
export async function organizationByUid(_: Agent | System, uid: string): Promise<Organization> {
  const [organization] = isUid(uid) ? await organizationRows(eq(organizations.uid, uid)) : []
  if (!organization) throw new Missing('Organization not found')
  return organization
}

/** The name of an organization that an address speaks of; null: it is not there. */
export async function organizationNamed(_: Agent | System, uid: string) {
  const [organization] = isUid(uid) ? await organizationRows(eq(organizations.uid, uid)) : []
  return organization?.name ?? null
}

/** An organization by its name, in whatever case. Throws Refused (`organization`). */
export async function organizationKnownAs(_: Agent | System, name: string) {
  const [organization] = await db
    .select({ uid: organizations.uid, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.name, name))
  if (!organization) throw new Refused(`There is no organization “${name}”`, 'organization')
  return organization
}

/** More than anybody looks through to choose one. */
const mostNames = 500

/** Names to choose from: all, where there are not too many. */
export async function organizationNames(_: Agent | System) {
  const found = await db
    .select({ name: organizations.name })
    .from(organizations)
    .orderBy(byName)
    .limit(mostNames)
  return found.map(({ name }) => name)
}

/** The policies in use that are for the tickets of an organization. */
export async function policiesFor(_: Admin | System, uid: string): Promise<readonly NamingPolicy[]> {
  const [organization] = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.uid, uid))
  return (organization && (await policiesNaming(db, 'organizations')).get(organization.id)) ?? []
}
