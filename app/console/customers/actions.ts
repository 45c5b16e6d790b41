'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { customersPath } from '@/components/console/customers/places'
import { adminAction } from '@/lib/action'
import { typedPassword } from '@/lib/auth/password'
import { organizationKnownAs } from '@/lib/organizations/find'
import { joinOrganization } from '@/lib/organizations/join'
import { organizationName, organizationUid } from '@/lib/organizations/organization'
import { changeEmail } from '@/lib/people/change-email'
import { changeName } from '@/lib/people/change-name'
import { changePerson } from '@/lib/people/change-person'
import { customerByUid } from '@/lib/people/customers'
import { emailAddress } from '@/lib/people/email'
import { personName } from '@/lib/people/person'
import { setPassword } from '@/lib/people/set-password'
import { optional } from '@/lib/text'
import { uidShape } from '@/lib/uid'

const named = z.object({ customer: uidShape('There is no such customer') })

/** `from`: the organization that the page showed, by its uid; empty for none. */
const employment = named.extend({
  organization: optional(organizationName),
  from: optional(organizationUid),
})

export const employCustomer = adminAction(
  employment,
  async (admin, { customer, organization, from = null }) => {
    const { email, name } = await customerByUid(admin, customer)
    const to = organization === undefined ? null : await organizationKnownAs(admin, organization)
    await joinOrganization(admin, email, to?.uid ?? null, from)
    revalidatePath(customersPath, 'layout')
    return to ? `${name} works for “${to.name}” now.` : `${name} works for no organization now.`
  },
)

export const changeNameOfCustomer = adminAction(
  named.extend({ name: personName }),
  async (admin, { customer, name }) => {
    const { email } = await customerByUid(admin, customer)
    await changeName(admin, email, name)
    revalidatePath('/', 'layout')
    return 'The name is changed.'
  },
)

export const changeEmailOfCustomer = adminAction(
  named.extend({ newEmail: emailAddress }),
  async (admin, { customer, newEmail }) => {
    const { email } = await customerByUid(admin, customer)
    await changeEmail(admin, email, newEmail)
    revalidatePath('/', 'layout')
    return 'The address is changed.'
  },
)

export const setPasswordOfCustomer = adminAction(
  named.extend({ newPassword: typedPassword('New password') }),
  async (admin, { customer, newPassword }) => {
    const { email } = await customerByUid(admin, customer)
    const { name } = await setPassword(admin, email, newPassword)
    revalidatePath(customersPath, 'layout')
    return `A new password is set for ${name}.`
  },
)

export const keepCustomerOut = adminAction(named, async (admin, { customer }) => {
  const { email } = await customerByUid(admin, customer)
  await changePerson(admin, email, { active: false })
  revalidatePath(customersPath, 'layout')
})

export const letCustomerIn = adminAction(named, async (admin, { customer }) => {
  const { email } = await customerByUid(admin, customer)
  await changePerson(admin, email, { active: true })
  revalidatePath(customersPath, 'layout')
})
