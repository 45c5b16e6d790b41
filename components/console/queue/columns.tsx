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

/** The class of a column's heading; its cells look as `globals.css` says of `queue-<class>`. */
interface Look {
  readonly head?: string
  readonly cell: string
  /** For words that people wrote, in whatever script. */
  readonly dir?: 'auto'
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
      cell: 'queue-status',
      show: (line) => <StatusGlyph status={line.status} alone />,
    },
  }),
  column.accessor('priority', {
    ...sortable('priority'),
    header: 'Priority',
    sortDescFirst: true,
    meta: {
      head: 'w-20',
      cell: 'queue-priority',
      show: (line) => <PriorityGlyph priority={line.priority} alone />,
    },
  }),
  column.accessor('refid', {
    header: 'Reference',
    enableSorting: false,
    meta: { head: 'w-30', cell: 'queue-refid', show: (line) => line.refid },
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
      cell: 'queue-category',
      dir: 'auto',
      show: (line) => line.category,
    },
  }),
  column.accessor('customer', {
    header: 'Customer',
    enableSorting: false,
    meta: {
      head: 'w-36 max-lg:hidden',
      cell: 'queue-customer',
      dir: 'auto',
      show: (line) => line.customer,
    },
  }),
  column.accessor((line) => line.due?.at, {
    ...sortable('due'),
    header: 'Due',
    sortDescFirst: false,
    meta: { head: 'w-24', cell: 'queue-due', show: (line) => <Due line={line} /> },
  }),
  column.accessor('updatedAt', {
    ...sortable('updated'),
    header: 'Updated',
    sortDescFirst: true,
    meta: {
      head: 'w-24',
      cell: 'queue-updated',
      show: (line) => <Time at={line.updatedAt} />,
    },
  }),
  column.accessor('assignee', {
    header: 'Assignee',
    enableSorting: false,
    meta: {
      head: 'w-12 pe-4 2xl:w-40 lg:pe-6 [&>span]:max-2xl:sr-only',
      cell: 'queue-assignee',
      show: (line) => <Assignee name={line.assignee} />,
    },
  }),
])

/** The link covers its row, so that the row can be pressed anywhere; what has a hint of its own lies above it. The table follows it. */
function Subject({ line: { refid, subject, preview, tags } }: { readonly line: QueueLine }) {
  const words = (
    <>
      <a href={`${queuePath}/${refid}`} data-row={refid}>
        {subject}
      </a>
      <span>{preview}</span>
    </>
  )
  if (!tags) return words
  return (
    <div className="queue-tagged">
      {words}
      <Tags tags={tags} />
    </div>
  )
}

const tagsShown = 3

function Tags({ tags }: { readonly tags: readonly string[] }) {
  const hidden = tags.slice(tagsShown)
  return (
    <ul aria-label="Tags">
      {tags.slice(0, tagsShown).map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
      {hidden.length > 0 && (
        <li title={hidden.join(', ')}>
          +{hidden.length}
          <span className="sr-only"> {hidden.join(', ')}</span>
        </li>
      )}
    </ul>
  )
}

function Due({ line: { due, paused } }: { readonly line: QueueLine }) {
  if (paused) return <SlaChip plain state="paused" />
  if (!due) return null
  return (
    <SlaChip plain state="ok" startedAt={due.from} riskAt={due.risk} dueAt={due.at} target={due.target} />
  )
}

function Assignee({ name }: { readonly name: string | null }) {
  if (!name) return '–'
  return (
    <>
      <Avatar name={name} size={20} alone />
      <span aria-hidden="true">{name}</span>
    </>
  )
}
