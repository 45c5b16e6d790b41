import type { ReactNode } from 'react'
import { NavLink } from '@/components/ui/nav-link'

export interface NavItem {
  readonly href: string
  readonly label: string
  readonly icon: ReactNode
  /** What the pointer is told beside the label. */
  readonly title?: string
  /** The key sequence that goes there: `['G', 'M']`. */
  readonly keys?: readonly string[]
  /** How many wait there. */
  readonly count?: ReactNode
  readonly match?: 'exact' | 'below' | 'query'
}

export function NavRow({ item }: { readonly item: NavItem }) {
  const { href, label, icon, title = label, keys, count, match } = item
  return (
    <NavLink
      href={href}
      match={match}
      title={keys ? `${title} (${keys.join(' ')})` : title}
      className="group flex h-8 items-center gap-2.5 rounded-control px-2 text-console text-fg-muted -outline-offset-2 transition-colors duration-quick hover:bg-[color-mix(in_oklab,var(--fg)_6%,transparent)] hover:text-fg aria-[current=page]:bg-[color-mix(in_oklab,var(--fg)_8%,transparent)] aria-[current=page]:font-medium aria-[current=page]:text-fg md:max-lg:justify-center pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0"
    >
      <span aria-hidden="true" className="group-aria-[current=page]:text-accent-text">
        {icon}
      </span>
      <span dir="auto" className="min-w-0 flex-1 truncate md:max-lg:sr-only">
        {label}
      </span>
      {count !== undefined && <span className="text-fg-muted text-meta md:max-lg:sr-only">{count}</span>}
    </NavLink>
  )
}
