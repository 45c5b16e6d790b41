import clsx from 'clsx'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'

interface HeadingProps {
  readonly label: string
  readonly className?: string
  readonly sorted: false | 'asc' | 'desc'
  /** None: the column does not sort. */
  readonly onSort?: () => void
}

const look = 'h-8 border-b bg-surface px-2 text-start font-medium text-fg-muted text-meta'

/** A column's heading; where the column sorts, a button that turns the order around. */
export function Heading({ label, className, sorted, onSort }: HeadingProps) {
  if (!onSort)
    return (
      <th scope="col" className={clsx(look, className)}>
        <span>{label}</span>
      </th>
    )
  const Arrow = sorted === 'asc' ? ArrowUp : ArrowDown
  return (
    <th scope="col" aria-sort={sorted ? `${sorted}ending` : undefined} className={clsx(look, className)}>
      <button
        type="button"
        onClick={onSort}
        className="-mx-1 inline-flex h-6 items-center gap-1 rounded-chip px-1 hover:bg-hover hover:text-fg"
      >
        {label}
        {sorted && <Arrow aria-hidden="true" className="size-3" />}
      </button>
    </th>
  )
}
