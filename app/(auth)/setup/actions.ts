'use server'

import { redirect } from 'next/navigation'
import { visitorAction } from '@/lib/action'
import { home } from '@/lib/auth/home'
import { firstSetup, setUp } from '@/lib/auth/set-up'
import { signIn } from '@/lib/auth/sign-in'

export const setUpHelpdesk = visitorAction(firstSetup, async (first) => {
  await setUp(first)
  redirect(home(await signIn({ email: first.email, password: first.password })))
})
