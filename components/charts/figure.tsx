import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { Definition } from './definition'

export interface FigureProps {
  readonly label: string
  /** In words; null: there is nothing yet to count. */
  readonly value: string | null
  readonly definition: string
  /** The list behind the number. */
  readonly href?: string
}

interface FiguresProps {
  readonly title: string
  /** On a phone. */
  readonly columns: 2 | 3
  readonly children: ReactNode
}

const grids = { 2: 'grid-cols-2', 3: 'grid-cols-3' }

/** Figures that belong together, with a line over what they have in common. */
export function Figures({ title, columns, children }: FiguresProps) {
  return (
    <section>
      <h2 className="font-semibold text-message">{title}</h2>
      <dl
        className={clsx(
          'mt-2 grid items-end gap-x-6 gap-y-4 sm:flex sm:flex-wrap sm:gap-x-10',
          grids[columns],
        )}
      >
        {children}
      </dl>
    </section>
  )
}

export function Figure({ label, value, definition, href }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="flex items-center gap-0.5 text-fg-muted">
        {label}
        <Definition of={label}>{definition}</Definition>
      </dt>
      <dd className="font-semibold text-kpi tracking-[-0.01em]">
        {href ? (
          <Link href={href} className="hover:underline">
            {value}
          </Link>
        ) : (
          (value ?? <Nothing />)
        )}
      </dd>
    </div>
  )
}

const Nothing = () => (
  <>
    <span aria-hidden="true" className="text-fg-subtle">
      —
    </span>
    <span className="sr-only">nothing to count yet</span>
  </>
)
