import { people } from '@/db/schema'
import { hashPassword } from '@/lib/auth/password'
import { Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { currentSettings } from '@/lib/settings/find'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, Agent, System, Viewer } from '@/lib/viewer'
import { type NewPerson, newPerson } from './person'
import { viewerColumns } from './viewer-columns'

/** Adds a customer or a member of the staff. Throws Refused at `email`, `name`, `password`, `timeZone`. */
export async function addPerson(admin: Admin | System, person: NewPerson): Promise<Viewer> {
  const passwordHash = person.password === undefined ? null : await hashPassword(person.password, person)
  return inTransaction((tx) => insertPerson(tx, admin, { ...person, passwordHash }))
}

/** Within the transaction of a verb, which says who may. */
export async function insertPerson(
  tx: Tx,
  by: Agent | System,
  person: Omit<NewPerson, 'password'> & { readonly passwordHash: string | null },
): Promise<Viewer> {
  const read = newPerson.safeParse(person)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Refused(issue?.message ?? 'This person cannot be added', String(issue?.path[0]))
  }
  const timeZone = read.data.timeZone ?? (await currentSettings(tx)).timeZone
  const [added] = await tx
    .insert(people)
    .values({ ...read.data, timeZone, passwordHash: person.passwordHash })
    .onConflictDoNothing({ target: people.email })
    .returning(viewerColumns)
  if (!added) throw new Refused('There is a person with this e-mail address already', 'email')
  await record(tx, by, 'person.added', {
    audience: 'agents',
    change: { email: [null, added.email], name: [null, added.name], role: [null, added.role] },
  })
  return added
}
