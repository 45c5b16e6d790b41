'use client'

import type { ReactNode } from 'react'

const path = '/sign-out'

/** As its button does. */
export const signOut = () =>
  document.querySelector<HTMLFormElement>(`form[action="${path}"]`)?.requestSubmit()

/** Around the button that signs out. */
export const SignOutForm = ({ children }: { readonly children: ReactNode }) => (
  <form action={path} method="post">
    {children}
  </form>
)
