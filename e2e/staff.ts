import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { demoPassword } from '@/lib/auth/demo-password'
import { addPerson } from '@/lib/people/add-person'
import type { StaffRole } from '@/lib/people/roles'
import { system } from '@/lib/viewer'
import { comeIn } from './sign-in'

/** Comes in as somebody new of the staff; where to is up to the story. */
export async function enterAs(page: Page, role: StaffRole, name = `Noor ${role}`) {
  const email = `${randomBytes(6).toString('hex')}@example.test`
  const person = await addPerson(system, { name, role, email, timeZone: 'UTC', password: demoPassword })
  await comeIn(page, email)
  return person
}
