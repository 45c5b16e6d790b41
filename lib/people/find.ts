import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { type NamingPolicy, policiesNaming } from '@/lib/sla/policies/naming'
import { type Admin, type Agent, isAgent, type System } from '@/lib/viewer'
import { inNameOrAddress, wordsOf } from './by-letters'
import type { Colleague, PersonRow } from './person'
import { viewerColumns } from './viewer-columns'

const active = and(ne(people.role, 'customer'), isNull(people.deactivatedAt))

/** Everybody who can be given a ticket, by name. */
export const staff = (_: Agent | System): Promise<readonly Colleague[]> =>
  db
    .select({ email: people.email, name: people.name })
    .from(people)
    .where(active)
    .orderBy(asc(people.name), asc(people.id))

/** An active member of the staff. Throws Missing. */
export async function colleague(_: Agent | System, email: string): Promise<Agent> {
  const [found] = await db
    .select(viewerColumns)
    .from(people)
    .where(and(active, eq(people.email, email)))
  if (!found || !isAgent(found)) throw new Missing('There is no such agent')
  return found
}

/** The staff with those who left, for admins: all, or those in whose name or address each word stands. */
export async function staffList(_: Admin | System, q = ''): Promise<readonly PersonRow[]> {
  return db
    .select({
      email: people.email,
      name: people.name,
      role: people.role,
      timeZone: people.timeZone,
      createdAt: people.createdAt,
      deactivatedAt: people.deactivatedAt,
    })
    .from(people)
    .where(and(ne(people.role, 'customer'), ...wordsOf(q).map(inNameOrAddress)))
    .orderBy(asc(people.name), asc(people.id))
}

/** The policies in use of which a step notifies somebody, or gives tickets to them. */
export async function policiesNamingPerson(
  _: Admin | System,
  email: string,
): Promise<readonly NamingPolicy[]> {
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.email, email))
  return (person && (await policiesNaming(db, 'people')).get(person.id)) ?? []
}
