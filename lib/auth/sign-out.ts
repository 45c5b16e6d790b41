import { signOut as nextAuthSignOut } from './next-auth'
import { currentSecret } from './session'
import { revokeSession } from './sessions'

/** Ends this browser's session and takes its cookie away. In an action or a route only. */
export async function signOut() {
  const secret = await currentSecret()
  // First, and by ourselves: next-auth would hide that it failed, and only forget the cookie.
  if (secret) await revokeSession(secret)
  await nextAuthSignOut({ redirect: false, redirectTo: '/sign-in' })
}
