import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { Missing } from '@/lib/errors'
import type { Viewer } from '@/lib/viewer'
import { viewerColumns } from './viewer-columns'

/** An active person of any role, for programs that hold a key. Throws Missing. */
export async function personById(id: number): Promise<Viewer> {
  const person = await activePerson(id)
  if (!person) throw new Missing('There is no such person')
  return person
}

/** As `personById`; undefined: there is none. */
export async function activePerson(id: number): Promise<Viewer | undefined> {
  const [person] = await db
    .select(viewerColumns)
    .from(people)
    .where(and(eq(people.id, id), isNull(people.deactivatedAt)))
  return person
}

/** The active person who signs in with this address. Throws Missing. */
export async function activePersonByEmail(email: string): Promise<Viewer> {
  const [person] = await db
    .select(viewerColumns)
    .from(people)
    .where(and(eq(people.email, email.trim()), isNull(people.deactivatedAt)))
  if (!person) throw new Missing('There is no such person')
  return person
}

/** How to address a person, active or not. Throws Missing. */
export async function contactOf(id: number) {
  const [contact] = await db
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, id))
  if (!contact) throw new Missing('There is no such person')
  return contact
}
