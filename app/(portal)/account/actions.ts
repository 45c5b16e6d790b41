'use server'

import { z } from 'zod'
import { customerAction } from '@/lib/action'
import { changeOwnPassword } from '@/lib/auth/change-own-password'
import { typedPassword } from '@/lib/auth/password'

export const changePassword = customerAction(
  z.object({ password: typedPassword, newPassword: typedPassword }),
  async (customer, { password, newPassword }) => {
    await changeOwnPassword(customer, { old: password, fresh: newPassword })
    return 'Your password is changed. Everywhere else you are signed out.'
  },
)
