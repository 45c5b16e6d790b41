import { eq } from 'drizzle-orm'
import { people } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { refuseIfOften } from '@/lib/events/refuse-if-often'
import { inTransaction } from '@/lib/transaction'
import { isCustomer, type Viewer } from '@/lib/viewer'
import { personName } from './person'
import { mayChangeName } from './policy'

/**
 * Calls a person otherwise, everywhere and also where they have written before; only histories keep the name of their time. Oneself,
 * or for admins anybody. Throws Refused (`name`), Missing for whoever is not there, or not the viewer's to decide about, and TooMany for
 * a customer after ten changes of their account within an hour.
 */
export const changeName = (viewer: Viewer, email: string, to: string) =>
  inTransaction(async (tx) => {
    if (!mayChangeName(viewer, { email })) throw new Missing('There is no such person')
    const read = personName.safeParse(to)
    if (!read.success) throw new Refused(read.error.issues[0]?.message ?? 'This does not fit', 'name')
    const [person] = await tx
      .select({ id: people.id, email: people.email, name: people.name })
      .from(people)
      .where(eq(people.email, email))
      .for('no key update')
    if (!person) throw new Missing('There is no such person')
    if (person.name === read.data) return
    if (isCustomer(viewer))
      await refuseIfOften(tx, viewer, {
        kinds: ['person.changed'],
        ticket: null,
        done: 'changed your account',
        again: 'change it again',
      })
    await tx.update(people).set({ name: read.data }).where(eq(people.id, person.id))
    await record(tx, viewer, 'person.changed', {
      audience: 'agents',
      change: { email: [person.email, person.email], name: [person.name, read.data] },
    })
  })
