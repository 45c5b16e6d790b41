import clsx from 'clsx'
import type { ReactNode } from 'react'

interface CardProps {
  readonly title?: ReactNode
  readonly description?: ReactNode
  /** At the right of the title. */
  readonly action?: ReactNode
  readonly heading?: 'h2' | 'h3'
  readonly className?: string
  readonly children: ReactNode
}

/** A surface of its own, for what stands apart. Most things on a page are parted by a line or by space instead. */
export function Card({
  title,
  description,
  action,
  heading: Heading = 'h2',
  className,
  children,
}: CardProps) {
  return (
    <section className={clsx('rounded-card border bg-surface', className)}>
      {title && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3.5">
          <div className="min-w-0">
            <Heading className="font-semibold text-message">{title}</Heading>
            {description && <p className="text-fg-muted text-meta">{description}</p>}
          </div>
          {action}
        </header>
      )}
      <div className="p-4">{children}</div>
    </section>
  )
}
