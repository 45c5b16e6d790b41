import { eq, sql } from 'drizzle-orm'
import { organizations, people } from '@/db/schema'
import { Conflict, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { keepPromises } from '@/lib/sla/keep'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'

/**
 * Says for whom a customer works, by the organization's uid, or that it is nobody; what is promised on their open tickets
 * is looked up again. `saw` is the organization that whoever changes it saw them in, null for none.
 *
 * Throws Refused at `email` for who is no customer and for who works elsewhere than was seen (elsewhere is `instead`), at
 * `organization` for one that is gone; Conflict for a customer who has left what they were seen in.
 */
export const joinOrganization = (
  admin: Admin | System,
  email: string,
  uid: string | null,
  saw?: string | null,
) =>
  inTransaction(async (tx) => {
    const person = await customer(tx, email)
    const to = uid === null ? null : await organization(tx, uid)
    if (person.organizationId === (to?.id ?? null)) return
    const before = person.organizationId === null ? null : await keptOrganization(tx, person.organizationId)
    refuseElsewhere(person.name, before, saw)
    await tx
      .update(people)
      .set({ organizationId: to?.id ?? null })
      .where(eq(people.id, person.id))
    const event = await record(tx, admin, 'person.changed', {
      audience: 'agents',
      change: { email: [person.email, person.email], organization: [before?.name ?? null, to?.name ?? null] },
    })
    const open = await tx.execute<{ id: number }>(sql`
      select id from tickets where requester_id = ${person.id} and status in ('open', 'pending', 'on_hold')
      order by id for no key update`)
    for (const ticket of open)
      await keepPromises(
        tx,
        ticket,
        { kind: 'reconsidered', because: 'organization' },
        { actor: admin, event },
      )
  })

async function customer(tx: Tx, email: string) {
  const [person] = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: people.role,
      organizationId: people.organizationId,
    })
    .from(people)
    .where(eq(people.email, email))
    .for('no key update')
  if (!person) throw new Refused('There is no customer with this e-mail address', 'email')
  if (person.role !== 'customer')
    throw new Refused(`${person.name} works here. Only customers belong to organizations.`, 'email')
  return person
}

function refuseElsewhere(
  name: string,
  before: { readonly uid: string; readonly name: string } | null,
  saw: string | null | undefined,
) {
  if (saw === undefined || saw === (before?.uid ?? null)) return
  if (!before) throw new Conflict(`${name} has left this organization in the meantime`)
  throw new Refused(`${name} belongs to “${before.name}”`, 'email', before.uid)
}

async function organization(tx: Tx, uid: string) {
  const [found] = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.uid, uid))
    .for('key share')
  if (!found) throw new Refused('This organization is not there any more', 'organization')
  return found
}

async function keptOrganization(tx: Tx, id: number) {
  const [found] = await tx
    .select({ uid: organizations.uid, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, id))
  return found ?? null
}
