'use client'

import { type OnChangeFn, type SortingState, useTable } from '@tanstack/react-table'
import clsx from 'clsx'
import { type QueueFilter, queueSorts } from '@/lib/tickets/queue-filter'
import { columns, features } from './columns'
import { Heading } from './heading'
import type { QueueLine } from './line'
import type { Ask } from './use-asked'
import { useRowKeys } from './use-row-keys'

interface QueueTableProps {
  readonly lines: readonly QueueLine[]
  readonly filter: QueueFilter
  readonly ask: Ask
  readonly compact: boolean
}

/** The server sorts and pages; the table knows its columns and which of them it is sorted by. */
export function QueueTable({ lines, filter, ask, compact }: QueueTableProps) {
  const sorting: SortingState = [{ id: filter.sort, desc: filter.dir === 'desc' }]
  const onSortingChange: OnChangeFn<SortingState> = (change) => {
    const [wanted] = typeof change === 'function' ? change(sorting) : change
    const sort = queueSorts.find((name) => name === wanted?.id)
    if (sort) ask({ sort, dir: wanted?.desc ? 'desc' : 'asc' })
  }
  const table = useTable({
    features,
    columns,
    data: lines,
    getRowId: ({ refid }) => refid,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange,
  })
  useRowKeys(lines)
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 max-md:block">
      <thead className="max-md:hidden">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map(({ id, column }) => (
              <Heading
                key={id}
                label={String(column.columnDef.header)}
                className={column.columnDef.meta?.head}
                sorted={column.getIsSorted()}
                onSort={column.getCanSort() ? () => column.toggleSorting() : undefined}
              />
            ))}
          </tr>
        ))}
      </thead>
      <tbody className="max-md:block">
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            className={clsx(
              'group/row relative -outline-offset-2 hover:bg-hover has-[[data-row]:focus-visible]:bg-selected has-[[data-row]:focus-visible]:outline-2 has-[[data-row]:focus-visible]:outline-ring',
              'max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:gap-y-0.5 max-md:border-b max-md:px-4 max-md:py-2.5',
              '*:md:border-b *:md:px-2',
              compact ? '*:md:h-9' : '*:md:h-11',
            )}
          >
            {row.getAllCells().map((cell) => (
              <td key={cell.id} className={cell.column.columnDef.meta?.cell}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
