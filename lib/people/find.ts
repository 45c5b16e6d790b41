import { and, asc, eq, ilike, isNull, ne, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { anywhere } from '@/lib/like'
import { nameLike } from '@/lib/name-like'
import { type NamingPolicy, policiesNaming } from '@/lib/sla/policies/naming'
import { type Admin, type Agent, isAgent, type System } from '@/lib/viewer'
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

/** More words than a name has. */
const mostWords = 6

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
  const words = q.split(/\s+/).filter(Boolean).slice(0, mostWords).map(anywhere)
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
    .where(
      and(
        ne(people.role, 'customer'),
        ...words.map((word) => or(nameLike(sql`${people.name}`, word), ilike(people.email, word))),
      ),
    )
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
