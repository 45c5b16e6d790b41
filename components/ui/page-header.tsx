import type { ReactNode } from 'react'

interface PageHeaderProps {
  /** The page's one h1. */
  readonly title: ReactNode
  readonly description?: ReactNode
  /** Buttons, the main one last. */
  readonly actions?: ReactNode
  /** A link above the title, back to the list it belongs to. */
  readonly back?: ReactNode
}

export function PageHeader({ title, description, actions, back }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        {back && <div className="mb-1 text-fg-muted text-meta">{back}</div>}
        <h1 dir="auto" className="wrap-anywhere text-balance font-semibold text-title tracking-[-0.01em]">
          {title}
        </h1>
        {description && (
          <p className="mt-0.5 max-w-measure text-fg-muted in-data-[room=portal]:text-portal">
            {description}
          </p>
        )}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
