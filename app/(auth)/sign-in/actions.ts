'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { visitorAction } from '@/lib/action'
import { signInToDemo } from '@/lib/auth/demo'
import { landing } from '@/lib/auth/home'
import { nextPath } from '@/lib/auth/next-path'
import { typedPassword } from '@/lib/auth/password'
import { signIn } from '@/lib/auth/sign-in'
import { emailAddress } from '@/lib/people/email'
import { roles } from '@/lib/people/roles'

const next = z.unknown().transform(nextPath)

export const signInWithPassword = visitorAction(
  z.object({ email: emailAddress, password: typedPassword('Password'), next }),
  async ({ next, ...typed }) => redirect(landing(await signIn(typed), next)),
)

export const continueAs = visitorAction(z.object({ role: z.enum(roles), next }), async ({ role, next }) =>
  redirect(landing(await signInToDemo(role), next)),
)
