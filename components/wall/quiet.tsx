import type { ReactNode } from 'react'

interface QuietProps {
  readonly title: string
  readonly children: ReactNode
}

/** A screen without numbers. */
export const Quiet = ({ title, children }: QuietProps) => (
  <main id="main" className="flex flex-1 flex-col items-center justify-center gap-2 px-6 text-center">
    <h1 className="text-balance font-semibold text-title">{title}</h1>
    <p className="text-balance text-fg-muted text-message">{children}</p>
  </main>
)
