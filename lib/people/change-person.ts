import { and, eq, isNull, sql } from 'drizzle-orm'
import { people } from '@/db/schema'
import { endActs } from '@/lib/auth/acts'
import { revokeAllSessions } from '@/lib/auth/sessions'
import { Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { oneAtATime } from '@/lib/teams/give'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'
import type { StaffRole } from './roles'

interface PersonChange {
  readonly role?: StaffRole
  /** False: cannot sign in any more. Nothing that the person wrote goes away. */
  readonly active?: boolean
}

/**
 * Changes what a person may do. Both changes end the person's sessions at once. Throws Missing, and Refused for the last
 * active admin.
 */
export const changePerson = (admin: Admin | System, email: string, wanted: PersonChange) =>
  inTransaction(async (tx) => {
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
    if (!known) throw new Missing('There is no such person')
    await endActs(tx, known)
    // Nobody is given a ticket once they have left.
    if (wanted.active === false) await oneAtATime(tx)
    const admins = await lockAdmins(tx)
    const [person] = await tx
      .select({ id: people.id, email: people.email, role: people.role, deactivatedAt: people.deactivatedAt })
      .from(people)
      .where(eq(people.id, known.id))
      .for('no key update')
    if (!person) throw new Missing('There is no such person')
    // Their tickets are a customer's, and no colleague becomes one again.
    if (wanted.role && person.role === 'customer')
      throw new Refused('This is a customer. Add a colleague with another address.', 'role')
    const before = { role: person.role, active: person.deactivatedAt === null }
    const after = { ...before, ...wanted }
    if (after.role === before.role && after.active === before.active) return
    const leaves = after.role !== 'admin' || !after.active
    if (leaves && admins.every(({ id }) => id === person.id) && before.active && before.role === 'admin')
      throw new Refused('This is the last admin. Make somebody else an admin first.', wanted.role && 'role')
    await tx
      .update(people)
      .set({
        role: after.role,
        deactivatedAt: after.active ? null : (person.deactivatedAt ?? sql`now()`),
      })
      .where(eq(people.id, person.id))
    await revokeAllSessions(tx, person)
    await record(tx, admin, 'person.changed', {
      audience: 'agents',
      change: {
        email: [person.email, person.email],
        ...(after.role !== before.role && { role: [before.role, after.role] }),
        ...(after.active !== before.active && { active: [before.active, after.active] }),
      },
    })
  })

/** In one order for all, so that of two admins who remove each other the second waits, and then sees the first. */
const lockAdmins = (tx: Tx) =>
  tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'admin'), isNull(people.deactivatedAt)))
    .orderBy(people.id)
    .for('no key update')
