'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { customerAction } from '@/lib/action'
import { changeOwnPassword } from '@/lib/auth/change-own-password'
import { typedPassword } from '@/lib/auth/password'
import { changeTimeZone } from '@/lib/people/change-time-zone'
import { timeZone } from '@/lib/time-zone'

export const changePassword = customerAction(
  z.object({ password: typedPassword, newPassword: typedPassword }),
  async (customer, { password, newPassword }) => {
    await changeOwnPassword(customer, { old: password, fresh: newPassword })
    return 'Your password is changed. Everywhere else you are signed out.'
  },
)

export const changeZone = customerAction(z.object({ timeZone }), async (customer, { timeZone }) => {
  await changeTimeZone(customer, customer.email, timeZone)
  revalidatePath('/', 'layout')
  return 'Your time zone is changed.'
})
