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
      className="nav-row"
    >
      {icon}
      <span dir="auto">{label}</span>
      {count !== undefined && <span>{count}</span>}
    </NavLink>
  )
}
