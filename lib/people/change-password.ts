import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { bookAttempt, succeeded } from '@/lib/auth/attempts'
import { hashPassword, passwordMatches, samePassword } from '@/lib/auth/password'
import { revokeAllSessions } from '@/lib/auth/sessions'
import { Conflict, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Viewer } from '@/lib/viewer'

/**
 * A new password for the person who knows the old one; every other session ends. Guessing the old one counts as signing
 * in does. Throws Refused at `password` (the old one) or `newPassword`, TooMany, Conflict.
 */
export async function changePassword(
  viewer: Viewer,
  passwords: { readonly old: string; readonly fresh: string },
  session: { readonly address: string; readonly secret: string },
) {
  if (samePassword(passwords.old, passwords.fresh))
    throw new Refused('Choose a password that is not the one you have now', 'newPassword')
  const attempt = await bookAttempt(viewer.email, session.address)
  const [person] = await db
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.id, viewer.id), isNull(people.deactivatedAt)))
  const old = person?.passwordHash
  if (!(await passwordMatches(old, passwords.old)) || !old)
    throw new Refused('This is not your password', 'password')
  // Whatever is wrong with the new one, this was no guess.
  await inTransaction((tx) => succeeded(tx, attempt))
  const passwordHash = await hashPassword(passwords.fresh, viewer, 'newPassword')
  await inTransaction(async (tx) => {
    await revokeAllSessions(tx, viewer, session.secret)
    const changed = await tx
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.id, viewer.id), eq(people.passwordHash, old)))
      .returning({ id: people.id })
    if (changed.length === 0) throw new Conflict('Your password was changed in the meantime')
    await record(tx, viewer, 'person.changed', {
      audience: 'agents',
      change: { email: [viewer.email, viewer.email], password: ['old', 'new'] },
    })
  })
}
