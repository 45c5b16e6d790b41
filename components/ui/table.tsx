import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { Link, type LinkProps } from './link'

/** Rows of which each leads to its own page. Columns that a phone has no room for are hidden by class. */
export function Table({
  label,
  head,
  children,
}: {
  readonly label: string
  readonly head: ReactNode
  readonly children: ReactNode
}) {
  return (
    <table aria-label={label} className="-mx-2 w-[calc(100%+1rem)] border-collapse">
      <thead className="border-b text-meta">
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

/** Numbers stand at the end of their column: `text-end`. */
export function Head({ className = 'text-start', ...rest }: ComponentProps<'th'>) {
  return <th scope="col" {...rest} className={clsx('px-2 py-2 font-medium text-fg-muted', className)} />
}

export function Row(props: ComponentProps<'tr'>) {
  return <tr {...props} className="relative border-b hover:bg-hover" />
}

export function Cell({ className, ...rest }: ComponentProps<'td'>) {
  return <td {...rest} className={clsx('px-2 py-2.5 align-top', className)} />
}

/** The link of a row: all of the row is its target. */
export function RowLink({ className, ...rest }: LinkProps) {
  return (
    <Link
      {...rest}
      className={clsx(
        'font-medium text-fg after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring',
        className,
      )}
    />
  )
}
