import { eq } from 'drizzle-orm'
import { people } from '@/db/schema'
import { renameInMacros } from '@/lib/canned/rename'
import { isTaken } from '@/lib/database-errors'
import { Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { inTransaction } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import { followInViews } from '@/lib/views/follow'
import { emailAddress } from './email'
import { mayChangeEmail } from './policy'

/**
 * Gives somebody else another address, with which they sign in from now on; whoever is signed in stays so. Saved views and macros that name
 * a colleague by the old one name them by the new one. Throws Missing, and Refused (`newEmail`) for what is none or is somebody's, and for
 * oneself.
 *
 * @returns the address as it is kept
 */
export const changeEmail = (admin: Admin | System, email: string, to: string): Promise<string> =>
  inTransaction(async (tx) => {
    // Whoever sits down at an admin's screen does not take their account along.
    if (!mayChangeEmail(admin, { email }))
      throw new Refused('Another admin changes your own address', 'newEmail')
    const read = emailAddress.safeParse(to)
    if (!read.success) throw new Refused(read.error.issues[0]?.message ?? 'This does not fit', 'newEmail')
    const [person] = await tx
      .select({ id: people.id, email: people.email })
      .from(people)
      .where(eq(people.email, email))
      .for('no key update')
    if (!person) throw new Missing('There is no such person')
    const wanted = read.data
    if (wanted === person.email) return wanted
    await tx
      .update(people)
      .set({ email: wanted })
      .where(eq(people.id, person.id))
      .catch((error: unknown) => {
        throw isTaken(error) ? new Refused('Somebody else has this address', 'newEmail') : error
      })
    await renameInMacros(tx, ['assign'], person.email, wanted)
    await followInViews(tx, 'assignee', person.email, wanted)
    await record(tx, admin, 'person.changed', {
      audience: 'agents',
      change: { email: [person.email, wanted] },
    })
    return wanted
  })
