import { eq } from 'drizzle-orm'
import { people } from '@/db/schema'
import { Refused } from '@/lib/errors'
import type { Tx } from '@/lib/transaction'
import type { Agent } from '@/lib/viewer'
import { insertPerson } from './add-person'

export interface Caller {
  readonly email: string
  /** Of somebody whom we do not know yet. Who is known keeps their own. */
  readonly name?: string | undefined
}

/**
 * The customer with this address; somebody new is added, and cannot sign in until they are let. Throws Refused (`email`,
 * `name`): a colleague, a customer who was shut out, a stranger without a name.
 */
export async function meetCustomer(tx: Tx, agent: Agent, { email, name }: Caller) {
  const known = await byEmail(tx, email)
  if (known) return customerOf(known)
  if (name === undefined) throw new Refused('We do not know this address yet: whose is it?', 'name')
  try {
    return await insertPerson(tx, agent, { email, name, role: 'customer', passwordHash: null })
  } catch (error) {
    // Somebody met them at the same moment.
    const met = error instanceof Refused && (await byEmail(tx, email))
    if (met) return customerOf(met)
    throw error
  }
}

const byEmail = async (tx: Tx, email: string) =>
  (
    await tx
      .select({ id: people.id, name: people.name, role: people.role, leftAt: people.deactivatedAt })
      .from(people)
      .where(eq(people.email, email))
  )[0]

function customerOf({ id, name, role, leftAt }: NonNullable<Awaited<ReturnType<typeof byEmail>>>) {
  if (role !== 'customer') throw new Refused('This is the address of a colleague, not of a customer', 'email')
  if (leftAt) throw new Refused(`${name} is no longer a customer`, 'email')
  return { id, name }
}
