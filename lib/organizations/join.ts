import { eq, sql } from 'drizzle-orm'
import { organizations, people } from '@/db/schema'
import { Missing, Refused } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { keepPromises } from '@/lib/sla/keep'
import { inTransaction, type Tx } from '@/lib/transaction'
import type { Admin, System } from '@/lib/viewer'

/**
 * Says for whom a customer works, by the organization's uid, or that it is nobody; what is promised on their open tickets
 * is looked up again. Throws Missing, and Refused (`organization`).
 */
export const joinOrganization = (admin: Admin | System, email: string, uid: string | null) =>
  inTransaction(async (tx) => {
    const [person] = await tx
      .select({ id: people.id, role: people.role, organizationId: people.organizationId })
      .from(people)
      .where(eq(people.email, email))
      .for('no key update')
    if (!person) throw new Missing('There is no such person')
    if (person.role !== 'customer')
      throw new Refused('Only customers belong to organizations', 'organization')
    const to = uid === null ? null : await organization(tx, uid)
    if (person.organizationId === (to?.id ?? null)) return
    const before = await nameOf(tx, person.organizationId)
    await tx
      .update(people)
      .set({ organizationId: to?.id ?? null })
      .where(eq(people.id, person.id))
    const event = await record(tx, admin, 'person.changed', {
      audience: 'agents',
      change: { email: [email, email], organization: [before, to?.name ?? null] },
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

async function organization(tx: Tx, uid: string) {
  const [found] = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.uid, uid))
    .for('key share')
  if (!found) throw new Refused('This organization is not there any more', 'organization')
  return found
}

const nameOf = async (tx: Tx, id: number | null) =>
  id === null
    ? null
    : ((await tx.select({ name: organizations.name }).from(organizations).where(eq(organizations.id, id)))[0]
        ?.name ?? null)
