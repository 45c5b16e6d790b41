import { cookies } from 'next/headers'
import { signOut as nextAuthSignOut } from './next-auth'
import { revokeSession } from './sessions'
import { cookieName, verify } from './token'

/** Ends this browser's session and takes its cookie away. In an action or a route only. */
export async function signOut() {
  const secret = verify((await cookies()).get(cookieName())?.value)
  // First, and by ourselves: next-auth would hide that it failed, and only forget the cookie.
  if (secret) await revokeSession(secret)
  await nextAuthSignOut({ redirect: false, redirectTo: '/sign-in' })
}
