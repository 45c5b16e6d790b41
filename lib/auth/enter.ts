import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { Refused } from '@/lib/errors'
import { viewerColumns } from '@/lib/people/viewer-columns'
import { inTransaction } from '@/lib/transaction'
import { bookAttempt, succeeded } from './attempts'
import { passwordMatches } from './password'
import { endSession, type Origin, openSession } from './sessions'

/**
 * Opens a session for the right e-mail address (as `emailAddress` writes it) and password, and returns its secret; the
 * browser's session until now, if any, ends. Throws TooMany, or Refused with one and the same message whether the
 * person does not exist, was deactivated, has no password or another one.
 */
export async function enter(
  typed: { readonly email: string; readonly password: string },
  from: Origin,
  until?: string,
): Promise<string> {
  const attempt = await bookAttempt(typed.email, from.address)
  const [person] = await db
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.email, typed.email), isNull(people.deactivatedAt)))
  const right = await passwordMatches(person?.passwordHash, typed.password)
  if (!person?.passwordHash || !right) throw new Refused(wrong)
  const { id, passwordHash } = person
  return inTransaction(async (tx) => {
    if (until) await endSession(tx, until)
    // Locked against a deactivation or a new password that was under way meanwhile: both end the sessions they find.
    const [viewer] = await tx
      .select(viewerColumns)
      .from(people)
      .where(and(eq(people.id, id), eq(people.passwordHash, passwordHash), isNull(people.deactivatedAt)))
      .for('share')
    if (!viewer) throw new Refused(wrong)
    await succeeded(tx, attempt)
    return openSession(tx, viewer, from)
  })
}

const wrong = 'The e-mail address or the password is not right'
