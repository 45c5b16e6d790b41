import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { Theme } from '@/lib/preferences/choices'
import { Avatar } from './avatar'
import { CloseWhenLeft } from './close-when-left'
import { Glyph } from './glyph'
import { NavLink } from './nav-link'
import { SignOutForm } from './sign-out-form'
import { ThemeSwitch } from './theme-switch'

export interface Account {
  readonly name: string
  readonly email: string
  /** "Agent", "Supervisor"; nothing for customers. */
  readonly role?: string
  /** Of the staff: they get nothing new. */
  readonly away?: boolean
}

export type AccountLinks = readonly {
  readonly href: string
  readonly label: string
  readonly icon?: ReactNode
}[]

interface AccountMenuProps {
  readonly account: Account
  readonly links?: AccountLinks
  /** Where the panel opens, as classes: it is fixed, in the top layer. */
  readonly place: string
  /** Classes of the name beside the initials, to hide it where there is no room. */
  readonly nameClass?: string
  readonly className?: string
  /** Is told which theme is chosen; this browser keeps it in any case. */
  readonly onTheme?: (theme: Theme) => void
  /** What else can be said of oneself there. */
  readonly children?: ReactNode
}

const row =
  'flex min-h-8 w-full items-center gap-2 rounded-chip px-2 text-console text-fg hover:bg-hover pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-fg-muted'

/** Who is signed in, the theme, the way out. A popover of the browser's own, so it opens without JavaScript. */
export function AccountMenu({
  account,
  links = [],
  place,
  nameClass,
  className,
  onTheme,
  children,
}: AccountMenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget="account"
        className={clsx(
          'flex min-h-9 items-center gap-2 rounded-control px-1.5 text-start hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:min-w-11',
          className,
        )}
      >
        <span className="relative flex">
          <Avatar name={account.name} />
          {account.away && (
            <span className="absolute -end-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-canvas bg-sla-paused-solid" />
          )}
        </span>
        <span className="sr-only">Account: </span>
        <span className={clsx('min-w-0 flex-1 truncate font-medium text-console', nameClass)}>
          {account.name}
        </span>
        {account.away && <span className={clsx('text-fg-muted text-meta', nameClass)}>Away</span>}
      </button>
      <CloseWhenLeft popover="account" />
      <div
        id="account"
        popover="auto"
        className={clsx(
          'floating fixed inset-auto m-0 max-h-[calc(100dvh-4.5rem)] w-64 max-w-[calc(100vw-2rem)] overflow-y-auto p-1',
          place,
        )}
      >
        <div className="px-2 pt-1.5 pb-2">
          <p className="truncate font-medium text-console">{account.name}</p>
          <p className="truncate text-fg-muted text-meta">{account.email}</p>
          {account.role && <p className="text-fg-muted text-meta">{account.role}</p>}
        </div>
        {children}
        <div className="noscript:hidden px-1 pb-1">
          <ThemeSwitch onChoose={onTheme} />
        </div>
        <div className="border-t pt-1">
          {links.map(({ href, label, icon }) => (
            <NavLink key={href} href={href} className={row}>
              {icon}
              {label}
            </NavLink>
          ))}
          <SignOutForm>
            <button type="submit" className={row}>
              <Glyph name="log-out" />
              Sign out
            </button>
          </SignOutForm>
        </div>
      </div>
    </>
  )
}
