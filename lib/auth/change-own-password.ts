import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { changePassword } from '@/lib/people/change-password'
import type { Viewer } from '@/lib/viewer'
import { addressOf } from './client-address'
import { typedPassword } from './password'
import { aloneInNameOf } from './session'
import { cookieName, verify } from './token'

/** What the form asks for. */
export const passwordChange = z.object({
  password: typedPassword('Your password now'),
  newPassword: typedPassword('New password'),
})

/** As `changePassword`, from this browser, which stays signed in. In an action only. Gives what its writer is told. */
export async function changeOwnPassword(
  viewer: Viewer,
  { password, newPassword }: z.infer<typeof passwordChange>,
) {
  const secret = verify((await cookies()).get(cookieName())?.value)
  if (!secret) throw new Error('Somebody who is signed in has no session cookie')
  const address = addressOf(await headers())
  await aloneInNameOf(viewer, () =>
    changePassword(viewer, { old: password, fresh: newPassword }, { address, secret }),
  )
  return 'Your password is changed. Everywhere else you are signed out.'
}
