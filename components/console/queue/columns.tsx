import { createColumnHelper, metaHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Glyph } from '@/components/ui/glyph'
import { SlaChip } from '@/components/ui/sla-chip'
import { Time } from '@/components/ui/time'
import { columnWord, type QueueColumn, queueColumns } from '@/lib/tickets/queue-columns'
import { type QueueSort, queueSorts, sortKinds } from '@/lib/tickets/queue-sorts'
import { priorityWord, statusWord } from '@/lib/tickets/ticket'
import type { QueueLine } from './line'
import { Subject } from './subject'

interface Look {
  /** The column, and its cells, look as `queue.css` says of this class. */
  readonly class: string
  /** In rem; the subject takes what is left. */
  readonly width?: number
  /** Stands for the heading's word where the column is narrower. */
  readonly icon?: ReactNode
  /** For words that people wrote, in whatever script. */
  readonly dir?: 'auto'
  /** A class of the cell that goes with what it shows. */
  readonly mark?: (line: QueueLine) => string
  /** What stands in the cell: called by the table, not drawn as a component, 225 times a page. */
  readonly show: (line: QueueLine) => ReactNode
}

export const features = tableFeatures({ rowSortingFeature, columnMeta: metaHelper<Look>() })

const column = createColumnHelper<typeof features, QueueLine>()

const isSort = (id: QueueColumn): id is QueueColumn & QueueSort => queueSorts.some((sort) => sort === id)

/** Of moments the latest, of priorities the highest is first; of deadlines and waits it is the other way round. */
const latestFirst = (sort: QueueSort) =>
  sort === 'priority' || (sortKinds[sort] === 'moment' && sort !== 'due' && sort !== 'waiting')

const looks: Readonly<Record<QueueColumn, Omit<Look, 'class'>>> = {
  status: {
    width: 2.75,
    icon: <Glyph name="circle-dot" />,
    mark: (line) => line.status,
    show: (line) => statusWord[line.status],
  },
  priority: {
    width: 2.75,
    icon: <Glyph name="high" />,
    mark: (line) => line.priority,
    show: (line) => `${priorityWord[line.priority]} priority`,
  },
  refid: { width: 7.5, show: (line) => line.refid },
  subject: { show: (line) => <Subject line={line} /> },
  category: { width: 8, dir: 'auto', show: (line) => line.category },
  customer: { width: 9, dir: 'auto', show: (line) => line.customer },
  due: { width: 6, show: (line) => <Due line={line} /> },
  updated: { width: 6, show: (line) => <Time at={line.updatedAt} /> },
  assignee: {
    width: 3,
    icon: <Glyph name="user-round" />,
    show: (line) => <Assignee name={line.assignee} />,
  },
  team: { width: 8, dir: 'auto', show: (line) => line.team },
  organization: { width: 9, dir: 'auto', show: (line) => line.organization },
  created: { width: 6, show: (line) => line.createdAt && <Time at={line.createdAt} /> },
  waiting: {
    width: 7.5,
    show: (line) => line.waitingSince && <Time at={line.waitingSince} />,
  },
}

/** The server sorts: a column that has the name of an order is sorted by it, whatever its cells show. */
const defined = new Map(
  queueColumns.map((id) => [
    id,
    column.accessor(({ refid }): unknown => refid, {
      id,
      header: columnWord[id],
      enableSorting: isSort(id),
      sortDescFirst: isSort(id) && latestFirst(id),
      meta: { class: `queue-${id}`, ...looks[id] },
    }),
  ]),
)

/** The columns to show, as the table wants them. */
export const columnsOf = (shown: readonly QueueColumn[]) => shown.flatMap((id) => defined.get(id) ?? [])

const leastSubject = 16

/** In rem: what a table of these columns, and of the boxes before them, needs before it scrolls. */
export const leastWidth = (shown: readonly QueueColumn[]) =>
  shown.reduce((sum, id) => sum + (looks[id].width ?? leastSubject), 3)

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
