import type { ReactNode } from 'react'
import { Link } from './link'

export interface Tab {
  readonly href: string
  readonly label: ReactNode
  readonly current: boolean
  readonly count?: ReactNode
}

/** Views of one page, each with its own address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="-mb-px flex gap-1 overflow-x-auto">
      {tabs.map(({ href, label: text, current, count }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className="inline-flex h-9 shrink-0 items-center gap-1.5 border-transparent border-b-2 px-2.5 font-medium text-console text-fg-muted -outline-offset-2 hover:text-fg aria-[current=page]:border-accent aria-[current=page]:text-fg pointer-coarse:h-11"
        >
          {text}
          {count !== undefined && <span className="text-fg-subtle text-meta">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
