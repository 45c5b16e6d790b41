import type { ReactNode } from 'react'

export const Empty = ({ children }: { readonly children: ReactNode }) => (
  <p className="flex flex-1 items-center justify-center text-center text-[1.5em] text-fg-muted">{children}</p>
)
