import { randomBytes } from 'node:crypto'
import { addPerson } from '@/lib/people/add-person'
import type { Role } from '@/lib/people/roles'
import { changePreferences } from '@/lib/preferences/change'
import { type Agent, type Customer, isAgent, isCustomer, system, type Viewer } from '@/lib/viewer'

/** A word that occurs nowhere else. */
export const word = () => `threat${randomBytes(8).toString('hex')}`

/** Without a password: hashing one for each of fifty agents is what would take the time. */
const added = (role: Role, name: string) =>
  addPerson(system, { name, role, email: `${word()}@example.test`, timeZone: 'UTC' })

export async function newCustomer(name = 'Mallory Customer'): Promise<Customer> {
  const person = await added('customer', name)
  if (!isCustomer(person)) throw new Error('not a customer')
  return person
}

export async function newStaff(role: 'agent' | 'supervisor' | 'admin' = 'agent', name = `Noor ${role}`) {
  const person: Viewer = await added(role, name)
  if (!isAgent(person)) throw new Error('not of the staff')
  await changePreferences(person, { undoSeconds: 0 })
  return person satisfies Agent
}
