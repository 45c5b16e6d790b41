'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { customerAction } from '@/lib/action'
import { changeOwnPassword, passwordChange } from '@/lib/auth/change-own-password'
import { signOutElsewhere } from '@/lib/auth/sign-out-elsewhere'
import { changeName } from '@/lib/people/change-name'
import { changeTimeZone } from '@/lib/people/change-time-zone'
import { personName } from '@/lib/people/person'
import { timeZone } from '@/lib/time-zone'

export const changePassword = customerAction(passwordChange, changeOwnPassword)

export const signOutOthers = customerAction(z.object({}), async (customer) => {
  const told = await signOutElsewhere(customer)
  revalidatePath('/account')
  return told
})

export const changeZone = customerAction(z.object({ timeZone }), async (customer, { timeZone }) => {
  await changeTimeZone(customer, customer.email, timeZone)
  revalidatePath('/', 'layout')
  return 'Your time zone is changed.'
})

export const changeOwnName = customerAction(z.object({ name: personName }), async (customer, { name }) => {
  await changeName(customer, customer.email, name)
  revalidatePath('/', 'layout')
  return 'Your name is changed.'
})
