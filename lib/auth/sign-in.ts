import { cookies } from 'next/headers'
import type { Viewer } from '@/lib/viewer'
import { signIn as nextAuthSignIn, TurnedDown } from './next-auth'
import { cookieName } from './token'
import { viewerOf } from './viewer-of'

/** Signs this browser in. In an action only: it sets the cookie. Throws what `enter` throws. */
export async function signIn(typed: { readonly email: string; readonly password: string }): Promise<Viewer> {
  try {
    await nextAuthSignIn('credentials', { ...typed, redirect: false, redirectTo: '/' })
  } catch (error) {
    throw error instanceof TurnedDown ? error.reason : error
  }
  // next-auth returns as if all were well when its configuration is broken: believe the cookie only.
  const viewer = await viewerOf((await cookies()).get(cookieName())?.value)
  if (viewer?.email !== typed.email) throw new Error('Signing in gave no session')
  return viewer
}
