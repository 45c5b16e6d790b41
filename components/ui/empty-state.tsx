import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** What is so: "No tickets are waiting". */
  readonly title: ReactNode
  /** What to do next. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly icon?: ReactNode
  /** `h1` where the state is the whole page. */
  readonly heading?: 'h1' | 'h2' | 'h3'
}

export function EmptyState({ title, children, action, icon, heading: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-110 flex-col items-center px-4 py-14 text-center">
      {icon && (
        <span aria-hidden="true" className="mb-3 text-fg-subtle [&_svg]:size-6 [&_svg]:stroke-[1.5]">
          {icon}
        </span>
      )}
      <Heading className="font-semibold text-fg text-portal">{title}</Heading>
      {children && <div className="mt-1 text-balance text-fg-muted text-message">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
