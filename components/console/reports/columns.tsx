import { inWords } from '@/components/charts/words'
import type { Definition } from '@/lib/analytics/definitions'
import { Amount } from './amount'
import type { Column } from './sortable-table'

/** A column of counts, and what they come to. */
export const counted = <Row,>(
  name: string,
  label: string,
  of: Definition,
  by: (row: Row) => number,
  href: (row: Row) => string,
): Column<Row> => ({
  name,
  label,
  of,
  by,
  show: (row) => <Amount measure="count" value={by(row)} href={href(row)} />,
  sum: (rows) =>
    inWords(
      'count',
      rows.reduce((sum, row) => sum + by(row), 0),
    ),
})

/** A column of medians, which nobody can add up. */
export const timed = <Row,>(
  name: string,
  label: string,
  of: Definition,
  by: (row: Row) => number | null,
  href: (row: Row) => string,
): Column<Row> => ({
  name,
  label,
  of,
  by,
  show: (row) => <Amount measure="duration" value={by(row)} href={href(row)} />,
})
