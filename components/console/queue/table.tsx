'use client'

import { type OnChangeFn, type SortingState, useTable } from '@tanstack/react-table'
import clsx from 'clsx'
import { useRouter } from 'next/navigation'
import { type MouseEvent, useMemo } from 'react'
import { type QueueColumn, sameColumns, usualColumns } from '@/lib/tickets/queue-columns'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { queueSorts } from '@/lib/tickets/queue-sorts'
import { columnsOf, features, leastWidth } from './columns'
import { Heading } from './heading'
import type { QueueLine } from './line'
import type { Ask } from './use-asked'
import { useRowKeys } from './use-row-keys'

interface QueueTableProps {
  readonly lines: readonly QueueLine[]
  readonly filter: QueueFilter
  readonly ask: Ask
  /** The columns to show, in their order. */
  readonly shown: readonly QueueColumn[]
  readonly compact: boolean
}

/** The server sorts and pages; the table knows its columns and which of them it is sorted by. */
export function QueueTable({ lines, filter, ask, shown, compact }: QueueTableProps) {
  const sorting: SortingState = [{ id: filter.sort, desc: filter.dir === 'desc' }]
  const onSortingChange: OnChangeFn<SortingState> = (change) => {
    const [wanted] = typeof change === 'function' ? change(sorting) : change
    const sort = queueSorts.find((name) => name === wanted?.id)
    if (sort) ask({ sort, dir: wanted?.desc ? 'desc' : 'asc' })
  }
  const columns = useMemo(() => columnsOf(shown), [shown])
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
  const cells = table.getAllLeafColumns()
  const usual = sameColumns(shown, usualColumns)
  useRowKeys(lines)
  const router = useRouter()
  // One listener instead of a router's link in each row: the server draws the rows with every page.
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-row]') : null
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    event.preventDefault()
    router.push(link.getAttribute('href') ?? '')
  }
  return (
    <div className="md:overflow-x-auto">
      <table
        className={clsx('queue-table', usual && 'queue-usual')}
        style={usual ? undefined : { minWidth: `${leastWidth(shown)}rem` }}
      >
        <thead className="max-md:hidden">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ id, column }) => (
                <Heading
                  key={id}
                  label={String(column.columnDef.header)}
                  icon={column.columnDef.meta?.icon}
                  className={column.columnDef.meta?.class}
                  style={{ width: `${column.columnDef.meta?.width}rem` }}
                  sorted={column.getIsSorted()}
                  onSort={column.getCanSort() ? () => column.toggleSorting() : undefined}
                />
              ))}
            </tr>
          ))}
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside answer to the keyboard by themselves */}
        <tbody className="max-md:block" onClick={follow}>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className={compact ? 'queue-row queue-row-compact' : 'queue-row'}>
              {cells.map(({ id, columnDef: { meta } }) => (
                <td key={id} className={meta?.class} dir={meta?.dir}>
                  {meta?.show(row.original)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
