import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { hashPassword } from '@/lib/auth/password'
import { revokeAllSessions } from '@/lib/auth/sessions'
import { Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { maySetPassword } from './policy'

/**
 * A new password for somebody else, who forgot theirs or never had one; every session of theirs ends at once. Gives whose
 * it is now. Throws Missing, and Refused at `newPassword` or for oneself.
 */
export async function setPassword(admin: Admin | System, email: string, fresh: string) {
  if (!maySetPassword(admin, { email }))
    throw new Refused('Change your own password in your preferences, with the one you have now')
  const [person] = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(eq(people.email, email))
  if (!person) throw new Missing('There is no such person')
  const passwordHash = await hashPassword(fresh, person, 'newPassword')
  await inTransaction(async (tx) => {
    await revokeAllSessions(tx, person)
    await tx.update(people).set({ passwordHash }).where(eq(people.id, person.id))
    await record(tx, admin, 'person.password_set', {
      audience: 'agents',
      change: { email: [person.email, person.email] },
    })
  })
  return { name: person.name, email: person.email }
}
