import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizations, people } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { type Asked, anywhere, type Page, type Place, pageOf } from '@/lib/page'
import { type NamingPolicy, policiesNaming } from '@/lib/sla/policies/naming'
import { isUid } from '@/lib/uid'
import type { Admin, Agent, System } from '@/lib/viewer'
import type { Member, Organization } from './organization'

const pageSize = 50
const membersOnPage = 25

/** All organizations, by name. */
export const organizationList = (_: Agent | System): Promise<readonly Organization[]> => rows()

/** Throws Missing. */
export async function organizationByUid(_: Agent | System, uid: string): Promise<Organization> {
  const [organization] = isUid(uid) ? await rows(eq(organizations.uid, uid)) : []
  if (!organization) throw new Missing('Organization not found')
  return organization
}

/** The name of an organization that an address speaks of; null: it is not there. */
export async function organizationNamed(_: Agent | System, uid: string) {
  const [organization] = isUid(uid) ? await rows(eq(organizations.uid, uid)) : []
  return organization?.name ?? null
}

/** Organizations by name, a page at a time: all, or those with these letters. A page begins behind or before a uid. */
export async function organizationPage(
  _: Agent | System,
  { q, ...asked }: Asked,
): Promise<Page<Organization>> {
  const place = placeIn(asked)
  const backwards = place.before !== undefined
  const read = await rows(
    and(
      q ? sql`${organizations.name}::text ilike ${anywhere(q)}` : undefined,
      place.after ? sql`${organizations.name} > ${nameOf(place.after)}` : undefined,
      place.before ? sql`${organizations.name} < ${nameOf(place.before)}` : undefined,
    ),
    backwards,
    pageSize + 1,
  )
  return pageOf(read, pageSize, place, ({ uid }) => uid)
}

/** Its customers by name, a page at a time. */
export async function membersOf(_: Agent | System, uid: string, asked: Place): Promise<Page<Member>> {
  const place = placeIn(asked)
  const backwards = place.before !== undefined
  const read = await db
    .select({
      uid: people.uid,
      name: people.name,
      email: people.email,
      deactivatedAt: people.deactivatedAt,
      openTickets: sql<number>`(
        select count(*) from tickets t where t.requester_id = ${people}.id and t.status in ('open', 'pending', 'on_hold'))`,
    })
    .from(people)
    .where(
      and(
        sql`${people.organizationId} = (select o.id from organizations o where o.uid = ${uid})`,
        place.after ? sql`(${people.name}, ${people.id}) > ${person(place.after)}` : undefined,
        place.before ? sql`(${people.name}, ${people.id}) < ${person(place.before)}` : undefined,
      ),
    )
    .orderBy(...(backwards ? [desc(people.name), desc(people.id)] : [asc(people.name), asc(people.id)]))
    .limit(membersOnPage + 1)
  return pageOf(read, membersOnPage, place, (one) => one.uid)
}

/** The policies in use that are for the tickets of an organization. */
export async function policiesFor(_: Admin | System, uid: string): Promise<readonly NamingPolicy[]> {
  const [organization] = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.uid, uid))
  return (organization && (await policiesNaming(db, 'organizations')).get(organization.id)) ?? []
}

/** A place of an address, without what names nothing. */
const placeIn = ({ after, before }: Place): Place => {
  if (after && isUid(after)) return { after }
  return before && isUid(before) ? { before } : {}
}

const nameOf = (uid: string) => sql`(select c.name from organizations c where c.uid = ${uid})`
const person = (uid: string) =>
  sql`((select c.name from people c where c.uid = ${uid}), (select c.id from people c where c.uid = ${uid}))`

const rows = (which?: SQL, backwards = false, limit?: number) => {
  const found = db
    .select({
      uid: organizations.uid,
      name: organizations.name,
      notes: organizations.notes,
      people: sql<number>`(select count(*) from people p where p.organization_id = ${organizations}.id)`,
    })
    .from(organizations)
    .where(which)
    .orderBy(backwards ? desc(organizations.name) : asc(organizations.name))
  return limit === undefined ? found : found.limit(limit)
}
