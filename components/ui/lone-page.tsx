import type { ReactNode } from 'react'
import { Logo } from './logo'

interface LonePageProps {
  /** Of the helpdesk, where it is known. */
  readonly name?: string
  readonly children: ReactNode
}

/** A page without a shell around it: sign-in, set-up, an error outside of everything. */
export function LonePage({ name = 'Deskwell', children }: LonePageProps) {
  return (
    <div data-room="portal" className="flex min-h-dvh flex-col bg-surface">
      <header className="flex h-14 items-center px-4 sm:px-6">
        {/* A plain link: after a failure the next page is better loaded afresh. */}
        <a
          href="/"
          className="-mx-1 inline-flex min-w-0 min-h-9 items-center gap-2 rounded-control px-1 font-semibold text-message pointer-coarse:min-h-11"
        >
          <Logo />
          <span className="truncate">{name}</span>
        </a>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col justify-center px-4 pb-24">
        {children}
      </main>
    </div>
  )
}
