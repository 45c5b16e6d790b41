import { randomBytes } from 'node:crypto'
import { demoPassword } from '@/lib/auth/demo-password'
import { addPerson } from '@/lib/people/add-person'
import { changePreferences } from '@/lib/preferences/change'
import { isAgent, isCustomer, system } from '@/lib/viewer'

const person = (name: string, role: 'customer' | 'agent', timeZone = 'Europe/Oslo') =>
  addPerson(system, {
    name,
    role,
    timeZone,
    email: `${randomBytes(6).toString('hex')}@example.test`,
    password: demoPassword,
  })

/** A customer of their own for each story, so that no story counts against another one's limits. */
export async function newCustomer(name = 'Maria Sørensen', timeZone?: string) {
  const added = await person(name, 'customer', timeZone)
  if (!isCustomer(added)) throw new Error('not a customer')
  return added
}

export async function newAgent(name = 'Ana Petrović') {
  const added = await person(name, 'agent')
  if (!isAgent(added)) throw new Error('not an agent')
  // What a story sends is sent; the seconds to undo have a story of their own.
  await changePreferences(added, { undoSeconds: 0 })
  return added
}
