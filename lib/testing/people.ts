import { addPerson } from '@/lib/people/add-person'
import {
  type Admin,
  type Agent,
  type Customer,
  isAdmin,
  isAgent,
  isCustomer,
  isSupervisor,
  type Supervisor,
  system,
} from '@/lib/viewer'

let count = 0

const person = (name: string, role: 'customer' | 'agent' | 'supervisor' | 'admin') => {
  count += 1
  const letters = name
    .normalize('NFD')
    .toLowerCase()
    .match(/[a-z]+/)?.[0]
  return addPerson(system, { name, role, email: `${letters}${count}@example.test` })
}

/** Arrangement for tests: a customer of that name. */
export async function customer(name = 'Carla Customer'): Promise<Customer> {
  const added = await person(name, 'customer')
  if (!isCustomer(added)) throw new Error('not a customer')
  return added
}

/** Arrangement for tests: an agent of that name. */
export async function agent(
  name = 'Ana Agent',
  role: 'agent' | 'supervisor' | 'admin' = 'agent',
): Promise<Agent> {
  const added = await person(name, role)
  if (!isAgent(added)) throw new Error('not an agent')
  return added
}

/** Arrangement for tests: an admin of that name. */
export async function admin(name = 'Kim Admin'): Promise<Admin> {
  const added = await person(name, 'admin')
  if (!isAdmin(added)) throw new Error('not an admin')
  return added
}

/** Arrangement for tests: a supervisor of that name. */
export async function supervisor(name = 'Sam Supervisor'): Promise<Supervisor> {
  const added = await person(name, 'supervisor')
  if (!isSupervisor(added)) throw new Error('not a supervisor')
  return added
}
