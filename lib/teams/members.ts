import { and, eq, inArray, isNull, ne, notInArray } from 'drizzle-orm'
import { people, teamMembers } from '@/db/schema'
import { Refused } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'

/** Makes these people, and nobody else, the members. Throws Refused (`members`) for who does not work here. */
export async function setMembers(tx: Tx, teamId: number, addresses: readonly string[]) {
  const wanted = [...new Set(addresses.map((address) => address.toLowerCase()))]
  const found = await tx
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(and(inArray(people.email, wanted), ne(people.role, 'customer'), isNull(people.deactivatedAt)))
    .for('key share')
  const gone = wanted.find((address) => found.every(({ email }) => email.toLowerCase() !== address))
  if (gone !== undefined) throw new Refused(`${gone} does not work here`, 'members')
  const keys = found.map(({ id }) => id)
  await tx
    .delete(teamMembers)
    .where(and(eq(teamMembers.teamId, teamId), notInArray(teamMembers.personId, keys)))
  if (keys.length > 0)
    await tx
      .insert(teamMembers)
      .values(keys.map((personId) => ({ teamId, personId })))
      .onConflictDoNothing()
}
