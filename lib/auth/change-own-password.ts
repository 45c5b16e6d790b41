import { cookies, headers } from 'next/headers'
import { changePassword } from '@/lib/people/change-password'
import type { Viewer } from '@/lib/viewer'
import { addressOf } from './client-address'
import { cookieName, verify } from './token'

/** As `changePassword`, from this browser, which stays signed in. In an action only. */
export async function changeOwnPassword(
  viewer: Viewer,
  passwords: { readonly old: string; readonly fresh: string },
) {
  const secret = verify((await cookies()).get(cookieName())?.value)
  if (!secret) throw new Error('Somebody who is signed in has no session cookie')
  await changePassword(viewer, passwords, { address: addressOf(await headers()), secret })
}
