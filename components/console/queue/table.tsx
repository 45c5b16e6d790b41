'use client'

import { type OnChangeFn, type SortingState, useTable } from '@tanstack/react-table'
import clsx from 'clsx'
import { type MouseEvent, useMemo, useRef } from 'react'
import { type QueueColumn, sameColumns, usualColumns } from '@/lib/tickets/queue-columns'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { queueSorts } from '@/lib/tickets/queue-sorts'
import { fetchAhead } from '../bulk/fetch-changes'
import { SelectBox } from '../bulk/select-box'
import { isSelected } from '../bulk/selection'
import { useSelectKeys } from '../bulk/use-select-keys'
import type { Selecting } from '../bulk/use-selection'
import { columnsOf, features, leastWidth } from './columns'
import { Heading } from './heading'
import type { QueueLine } from './line'
import { noteRow } from './rows'
import type { Ask } from './use-asked'
import { useRowKeys } from './use-row-keys'

interface QueueTableProps {
  readonly lines: readonly QueueLine[]
  readonly filter: QueueFilter
  readonly ask: Ask
  /** The columns to show, in their order. */
  readonly shown: readonly QueueColumn[]
  readonly selecting: Selecting
  /** Somebody walks on over the last row, or back over the first. */
  readonly onEdge: (by: 1 | -1) => void
  /** The name of whoever looks. */
  readonly me: string
}

/** The server sorts and pages; the table knows its columns and which of them it is sorted by. */
export function QueueTable({ lines, filter, ask, shown, selecting, onEdge, me }: QueueTableProps) {
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
  useRowKeys(lines, me, onEdge)
  useSelectKeys(selecting)
  const { selection } = selecting
  const chosen = lines.filter(({ refid }) => isSelected(selection, refid)).length
  const shift = useRef(false)
  // The press on a label does not tell the box of the keys that were held.
  const hold = (event: MouseEvent) => {
    shift.current = event.shiftKey
    // Else the browser would select the words between the two presses.
    if (event.shiftKey) event.preventDefault()
  }
  const walked = () => {
    noteRow()
    fetchAhead()
  }
  return (
    // What is hidden from sight lies within it, too: else the page would scroll as far as it.
    <div className="relative md:overflow-x-auto">
      <table
        className={clsx('queue-table', usual && 'queue-usual')}
        style={usual ? undefined : { minWidth: `${leastWidth(shown)}rem` }}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {/* No heading: it names no column, and what it does it says itself. */}
              <td className="queue-select border-b bg-surface md:w-10 lg:w-12">
                <SelectBox
                  label="Select all on this page"
                  checked={chosen > 0 && chosen === lines.length}
                  indeterminate={chosen > 0 && chosen < lines.length}
                  onChange={() => selecting.selectPage(chosen < lines.length)}
                >
                  <span className="md:hidden">Select all</span>
                </SelectBox>
              </td>
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
        <tbody className="max-md:block" onMouseDown={hold} onFocus={walked}>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className="queue-row">
              <td className="queue-select">
                <SelectBox
                  label={`Select ${row.id}`}
                  checked={isSelected(selection, row.id)}
                  onChange={() => {
                    if (shift.current) selecting.reach(row.id)
                    else selecting.toggle(row.id)
                    shift.current = false
                  }}
                />
              </td>
              {cells.map(({ id, columnDef: { meta } }) => (
                <td key={id} className={clsx(meta?.class, meta?.mark?.(row.original))} dir={meta?.dir}>
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
