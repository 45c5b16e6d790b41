import clsx from 'clsx'
import type { CSSProperties, ReactNode } from 'react'
import { Glyph } from '@/components/ui/glyph'

interface HeadingProps {
  readonly label: string
  /** Stands for the label where that is hidden. */
  readonly icon?: ReactNode
  readonly className?: string
  readonly style?: CSSProperties
  readonly sorted: false | 'asc' | 'desc'
  /** None: the column does not sort. */
  readonly onSort?: () => void
}

const look = 'h-8 border-b bg-surface px-2 text-start font-medium text-fg-muted text-meta max-md:hidden'

/** A column's heading; where the column sorts, a button that turns the order around. */
export function Heading({ label, icon, className, style, sorted, onSort }: HeadingProps) {
  if (!onSort)
    return (
      <th scope="col" className={clsx(look, className)} style={style}>
        <span>{label}</span>
      </th>
    )
  return (
    <th
      scope="col"
      aria-sort={sorted ? `${sorted}ending` : undefined}
      className={clsx(look, className)}
      style={style}
    >
      <button
        type="button"
        onClick={onSort}
        title={icon ? label : undefined}
        className="-mx-1 inline-flex h-6 min-w-6 items-center justify-center gap-1 rounded-chip px-1 hover:bg-hover hover:text-fg"
      >
        {icon && !sorted && <span className="queue-icon">{icon}</span>}
        <span className={icon ? 'queue-word' : undefined}>{label}</span>
        {sorted && <Glyph name={sorted === 'asc' ? 'arrow-up' : 'arrow-down'} className="size-3" />}
      </button>
    </th>
  )
}
