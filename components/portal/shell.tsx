import type { ReactNode } from 'react'
import { type Account, type AccountLinks, AccountMenu } from '@/components/ui/account-menu'
import { DrawnFor } from '@/components/ui/drawn-for'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Logo } from '@/components/ui/logo'
import { NavLink } from '@/components/ui/nav-link'
import { SkipLink } from '@/components/ui/skip-link'
import { Toaster } from '@/components/ui/toast'

interface PortalShellProps {
  readonly workspace: string
  /** Nobody is signed in without it; the header offers to. */
  readonly account?: Account
  readonly accountLinks?: AccountLinks
  /** At the left of the footer: opening hours, an address. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

const place =
  'flex h-9 items-center rounded-control px-2.5 font-medium text-fg-muted text-message hover:text-fg aria-[current=page]:text-fg pointer-coarse:h-11'

/** The frame of a customer's pages. The column is 960 px; pages that are read or filled in are `max-w-portal` (720 px). */
export function PortalShell({ workspace, account, accountLinks, footer, children }: PortalShellProps) {
  return (
    <div data-room="portal" className="flex min-h-dvh flex-col bg-surface text-portal">
      <SkipLink />
      <header className="border-b print:hidden">
        <div className="mx-auto flex min-h-15 max-w-wide flex-wrap items-center justify-end gap-1 px-4 py-1.5 max-[22rem]:gap-0 max-[22rem]:px-2 sm:px-6">
          <Link
            href="/"
            className="-mx-1 me-auto inline-flex min-h-9 min-w-0 items-center gap-2.5 pointer-coarse:min-h-11 pointer-coarse:min-w-11 rounded-control px-1 font-semibold text-message"
          >
            <Logo className="size-6" />
            <span className="truncate max-sm:sr-only">{workspace}</span>
          </Link>
          {account ? <SignedIn account={account} links={accountLinks} /> : <SignedOut />}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-wide flex-1 px-4 py-8 sm:px-6 sm:py-12">
        <DrawnFor reader={account?.email}>{children}</DrawnFor>
      </main>
      <footer className="border-t text-console text-fg-muted print:hidden">
        <div className="mx-auto flex max-w-wide flex-wrap justify-between gap-x-6 gap-y-1 px-4 py-6 sm:px-6">
          <div>{footer ?? workspace}</div>
          <div>Runs on Deskwell</div>
        </div>
      </footer>
      <Toaster place="portal" />
    </div>
  )
}

function SignedIn({ account, links }: { readonly account: Account; readonly links?: AccountLinks }) {
  return (
    <>
      <nav aria-label="Requests" className="flex flex-wrap items-center justify-end gap-1 sm:gap-2">
        <NavLink href="/tickets" className={place}>
          My requests
        </NavLink>
        <LinkButton href="/tickets/new" variant="primary" size={32}>
          New request
        </LinkButton>
      </nav>
      <AccountMenu
        account={account}
        links={links}
        place="end-[max(1rem,calc(50vw-28.5rem))] top-14"
        nameClass="sr-only"
        className="ms-1 sm:ms-2"
      />
    </>
  )
}

function SignedOut() {
  return (
    <nav aria-label="Account" className="flex flex-wrap items-center justify-end gap-1 sm:gap-2">
      <NavLink href="/sign-in" className={place}>
        Sign in
      </NavLink>
      <LinkButton href="/tickets/new" variant="primary" size={32}>
        New request
      </LinkButton>
    </nav>
  )
}
