import { createColumnHelper, metaHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { PriorityGlyph } from '@/components/ui/priority-glyph'
import { SlaChip } from '@/components/ui/sla-chip'
import { StatusGlyph } from '@/components/ui/status-glyph'
import { Time } from '@/components/ui/time'
import type { QueueSort } from '@/lib/tickets/queue-sorts'
import { queuePath } from './address'
import type { QueueLine } from './line'

/** Classes of a column's heading and cells. Below 768 px a row is three lines: see the order of the cells. */
interface Look {
  readonly head?: string
  readonly cell: string
  /** What stands in the cell: called by the table, not drawn as a component, 225 times a page. */
  readonly show: (line: QueueLine) => ReactNode
}

export const features = tableFeatures({ rowSortingFeature, columnMeta: metaHelper<Look>() })

const column = createColumnHelper<typeof features, QueueLine>()

/** A column that sorts has the name of the order. The server sorts; what a cell shows is only text. */
const sortable = (name: QueueSort) => ({ id: name, enableSorting: true })

export const columns = column.columns([
  column.accessor('status', {
    header: 'Status',
    enableSorting: false,
    meta: {
      head: 'w-9 ps-4 lg:ps-6 lg:w-11 [&>span]:sr-only',
      cell: 'md:ps-4 lg:ps-6',
      show: (line) => <StatusGlyph status={line.status} alone />,
    },
  }),
  column.accessor('priority', {
    ...sortable('priority'),
    header: 'Priority',
    sortDescFirst: true,
    meta: { head: 'w-20', cell: '', show: (line) => <PriorityGlyph priority={line.priority} alone /> },
  }),
  column.accessor('refid', {
    header: 'Reference',
    enableSorting: false,
    meta: { head: 'w-30', cell: 'font-mono text-fg-muted text-meta', show: (line) => line.refid },
  }),
  column.accessor('subject', {
    header: 'Subject',
    enableSorting: false,
    meta: { cell: 'queue-subject', show: (line) => <Subject line={line} /> },
  }),
  column.accessor('category', {
    header: 'Category',
    enableSorting: false,
    meta: {
      head: 'w-32 max-xl:hidden',
      cell: 'truncate text-fg-muted max-md:order-2 max-xl:md:hidden max-md:empty:hidden',
      show: (line) => line.category,
    },
  }),
  column.accessor('customer', {
    header: 'Customer',
    enableSorting: false,
    meta: {
      head: 'w-36 max-lg:hidden',
      cell: 'truncate text-fg-muted max-md:order-2 max-lg:md:hidden',
      show: (line) => <bdi>{line.customer}</bdi>,
    },
  }),
  column.accessor((line) => line.due?.at, {
    ...sortable('due'),
    header: 'Due',
    sortDescFirst: false,
    meta: { head: 'w-24', cell: 'max-md:ms-auto', show: (line) => <Due line={line} /> },
  }),
  column.accessor('updatedAt', {
    ...sortable('updated'),
    header: 'Updated',
    sortDescFirst: true,
    meta: {
      head: 'w-24',
      cell: 'whitespace-nowrap text-fg-muted max-md:order-2',
      show: (line) => <Time at={line.updatedAt} className="relative" />,
    },
  }),
  column.accessor('assignee', {
    header: 'Assignee',
    enableSorting: false,
    meta: {
      head: 'w-12 pe-4 2xl:w-40 lg:pe-6 [&>span]:max-2xl:sr-only',
      cell: 'truncate max-md:order-2 max-md:ms-auto md:pe-4 lg:pe-6',
      show: (line) => <Assignee name={line.assignee} />,
    },
  }),
])

/** The link covers its row, so that the row can be pressed anywhere; what has a hint of its own lies above it. The table follows it. */
function Subject({ line: { refid, subject, preview } }: { readonly line: QueueLine }) {
  return (
    <>
      <a href={`${queuePath}/${refid}`} data-row={refid}>
        {subject}
      </a>
      <span>{preview}</span>
    </>
  )
}

function Due({ line: { due } }: { readonly line: QueueLine }) {
  if (!due) return null
  return (
    <span className="relative flex">
      <SlaChip plain state="ok" startedAt={due.from} riskAt={due.risk} dueAt={due.at} target="Resolution" />
    </span>
  )
}

function Assignee({ name }: { readonly name: string | null }) {
  if (!name) return <span className="text-fg-subtle">–</span>
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Avatar name={name} size={20} alone />
      <span aria-hidden="true" className="truncate max-2xl:hidden">
        {name}
      </span>
    </span>
  )
}
