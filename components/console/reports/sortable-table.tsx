import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Definition } from '@/components/charts/definition'
import { Glyph } from '@/components/ui/glyph'
import { Link } from '@/components/ui/link'
import type { Definition as Defined } from '@/lib/analytics/definitions'
import { inOrder, type Order, orderHref, type Sortable } from './order'
import { ReportTable, RowHead } from './report-table'

export interface Column<Row> {
  /** In the address. */
  readonly name: string
  readonly label: string
  readonly of?: Defined
  readonly by: (row: Row) => Sortable
  readonly show: (row: Row) => ReactNode
  /** Of all rows, where they can be added up. */
  readonly sum?: (rows: readonly Row[]) => ReactNode
}

interface SortableTableProps<Row> {
  /** Names the table. */
  readonly title: string
  /** What a row is of: its name stays where the rest is moved. */
  readonly head: Column<Row>
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly order: Order
  readonly usual: Order
  /** Of the report. */
  readonly href: string
}

/** Rows of numbers whose headings are links: each sorts by its column, and once more the other way. */
export function SortableTable<Row extends { readonly name: string }>(props: SortableTableProps<Row>) {
  const { title, head, columns, rows, order } = props
  const by = [head, ...columns].find(({ name }) => name === order.sort)?.by ?? head.by
  const summed = columns.some(({ sum }) => sum)
  return (
    <ReportTable title={title}>
      <thead className="border-b text-meta">
        <tr>
          {[head, ...columns].map((column) => (
            <Heading key={column.name} column={column} {...props} first={column === head ? 'asc' : 'desc'} />
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(rows, by, order.dir).map((row) => (
          <tr key={row.name} className="border-b">
            <RowHead>{head.show(row)}</RowHead>
            {columns.map(({ name, show }) => (
              <td key={name} className={numbers}>
                {show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {summed && (
        <tfoot>
          <tr className="font-semibold">
            <RowHead>All of these</RowHead>
            {columns.map(({ name, sum }) => (
              <td key={name} className={numbers}>
                {sum?.(rows)}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </ReportTable>
  )
}

const numbers = 'whitespace-nowrap px-2 py-1.5 text-end'

interface HeadingProps<Row> extends SortableTableProps<Row> {
  readonly column: Column<Row>
  /** Names begin with A, numbers with the most. */
  readonly first: Order['dir']
}

function Heading<Row>({ column, head, order, usual, href, first }: HeadingProps<Row>) {
  const sorted = column.name === order.sort ? order.dir : undefined
  const other = sorted === 'asc' ? 'desc' : 'asc'
  return (
    <th
      scope="col"
      aria-sort={sorted && `${sorted}ending`}
      className={clsx(
        'whitespace-nowrap py-1 font-medium text-fg-muted',
        column === head ? 'sticky start-0 bg-surface pe-3 text-start' : 'px-2 text-end',
      )}
    >
      <span className="inline-flex items-center gap-0.5">
        {sorted && <Glyph name={sorted === 'asc' ? 'arrow-up' : 'arrow-down'} className="size-3" />}
        <Link
          href={orderHref(href, { sort: column.name, dir: sorted ? other : first }, usual)}
          scroll={false}
          className="inline-flex min-h-6 items-center rounded-chip px-1 hover:bg-hover hover:text-fg print:px-0"
        >
          {column.label}
        </Link>
        {column.of && <Definition of={column.of.name}>{column.of.means}</Definition>}
      </span>
    </th>
  )
}
