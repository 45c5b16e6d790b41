import type { ReactNode } from 'react'

interface ReportTableProps {
  /** Names the table. */
  readonly title: string
  readonly children: ReactNode
}

/** A table of numbers that is wider than a phone: it is moved within its own width. */
export const ReportTable = ({ title, children }: ReportTableProps) => (
  // Words that are only heard are placed by it, so that they move along.
  <div className="relative -m-1 overflow-x-auto p-1">
    <table aria-label={title} className="w-full border-collapse">
      {children}
    </table>
  </div>
)

/** Stays in sight on a phone, and leaves room for a number. */
export const RowHead = ({ children }: { readonly children: ReactNode }) => (
  <th
    scope="row"
    className="wrap-anywhere sticky start-0 min-w-32 max-w-60 bg-surface py-1.5 pe-3 text-start font-medium in-[tfoot]:font-semibold"
  >
    {children}
  </th>
)
