import { headers } from 'next/headers'
import { z } from 'zod'
import { changePassword } from '@/lib/people/change-password'
import type { Viewer } from '@/lib/viewer'
import { addressOf } from './client-address'
import { typedPassword } from './password'
import { aloneInNameOf } from './session'

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
  const address = addressOf(await headers())
  await aloneInNameOf(viewer, (secret) =>
    changePassword(viewer, { old: password, fresh: newPassword }, { address, secret }),
  )
  return 'Your password is changed. Everywhere else you are signed out.'
}
