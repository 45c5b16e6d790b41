'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { adminAction } from '@/lib/action'
import { typedPassword } from '@/lib/auth/password'
import { addPerson } from '@/lib/people/add-person'
import { changeEmail } from '@/lib/people/change-email'
import { changeName } from '@/lib/people/change-name'
import { changePerson } from '@/lib/people/change-person'
import { changeTimeZone } from '@/lib/people/change-time-zone'
import { emailAddress } from '@/lib/people/email'
import { newPerson, personName } from '@/lib/people/person'
import { staffRoles } from '@/lib/people/roles'
import { setPassword } from '@/lib/people/set-password'
import { timeZone } from '@/lib/time-zone'

const added = newPerson.extend({ password: typedPassword('Initial password') })
const named = z.object({ email: emailAddress })

export const addSomebody = adminAction(added, async (admin, person) => {
  const { role, email } = await addPerson(admin, person)
  revalidatePath('/admin/people')
  redirect(`/admin/people?added=${role === 'customer' ? 'customer' : encodeURIComponent(email)}`)
})

export const changeRole = adminAction(
  named.extend({ role: z.enum(staffRoles, 'Choose a role') }),
  async (admin, { email, role }) => {
    await changePerson(admin, email, { role })
    revalidatePath('/admin/people', 'layout')
    return 'The role is changed.'
  },
)

export const changeZoneOf = adminAction(named.extend({ timeZone }), async (admin, { email, timeZone }) => {
  await changeTimeZone(admin, email, timeZone)
  revalidatePath('/', 'layout')
  return 'The time zone is changed.'
})

export const changeNameOf = adminAction(
  named.extend({ name: personName }),
  async (admin, { email, name }) => {
    await changeName(admin, email, name)
    revalidatePath('/', 'layout')
    return 'The name is changed.'
  },
)

export const changeEmailOf = adminAction(
  named.extend({ newEmail: emailAddress }),
  async (admin, { email, newEmail }) => {
    const now = await changeEmail(admin, email, newEmail)
    revalidatePath('/', 'layout')
    redirect(`/admin/people/${encodeURIComponent(now)}?moved=1`)
  },
)

export const setPasswordOf = adminAction(
  named.extend({ newPassword: typedPassword('New password') }),
  async (admin, { email, newPassword }) => {
    const { name } = await setPassword(admin, email, newPassword)
    return `A new password is set for ${name}.`
  },
)

export const deactivate = adminAction(named, async (admin, { email }) => {
  await changePerson(admin, email, { active: false })
  revalidatePath('/admin/people', 'layout')
})

export const reactivate = adminAction(named, async (admin, { email }) => {
  await changePerson(admin, email, { active: true })
  revalidatePath('/admin/people', 'layout')
})
