'use client'

import type { ReactNode } from 'react'
import { forgetDrafts } from './form-draft'

const path = '/sign-out'

/** As its button does. */
export const signOut = () =>
  document.querySelector<HTMLFormElement>(`form[action="${path}"]`)?.requestSubmit()

/** Around the button that signs out. What was typed and not sent goes as well: somebody else may sign in in this tab. */
export const SignOutForm = ({ children }: { readonly children: ReactNode }) => (
  <form action={path} method="post" onSubmit={forgetDrafts}>
    {children}
  </form>
)
