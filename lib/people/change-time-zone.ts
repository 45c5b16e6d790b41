import { eq } from 'drizzle-orm'
import { people } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { refuseIfOften } from '@/lib/events/refuse-if-often'
import { timeZone } from '@/lib/time-zone'
import { inTransaction } from '@/lib/transaction'
import { isCustomer, type Viewer } from '@/lib/viewer'
import { mayChangeTimeZone } from './policy'

/**
 * Says by whose clocks a person reads times: one's own, or for admins anybody's. Throws Refused (`timeZone`), Missing for
 * whoever is not there, or not the viewer's to decide about, and TooMany for a customer after ten times within an hour.
 */
export const changeTimeZone = (viewer: Viewer, email: string, to: string) =>
  inTransaction(async (tx) => {
    if (!mayChangeTimeZone(viewer, { email })) throw new Missing('There is no such person')
    const read = timeZone.safeParse(to)
    if (!read.success) throw new Refused(read.error.issues[0]?.message ?? 'This does not fit', 'timeZone')
    const [person] = await tx
      .select({ id: people.id, email: people.email, timeZone: people.timeZone })
      .from(people)
      .where(eq(people.email, email))
      .for('no key update')
    if (!person) throw new Missing('There is no such person')
    if (person.timeZone === read.data) return
    if (isCustomer(viewer))
      await refuseIfOften(tx, viewer, {
        kinds: ['person.changed'],
        ticket: null,
        done: 'changed your time zone',
        again: 'change it again',
      })
    await tx.update(people).set({ timeZone: read.data }).where(eq(people.id, person.id))
    await record(tx, viewer, 'person.changed', {
      audience: 'agents',
      change: { email: [person.email, person.email], timeZone: [person.timeZone, read.data] },
    })
  })
