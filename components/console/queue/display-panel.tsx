'use client'

import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import {
  columnWord,
  fixedColumn,
  type QueueColumn,
  queueColumns,
  sameColumns,
  usualColumns,
} from '@/lib/tickets/queue-columns'
import { ExportCsv } from '../download-csv'
import { CompactRows } from '../look-checkboxes'

export interface Display {
  readonly shown: readonly QueueColumn[]
  readonly onShow: (shown: readonly QueueColumn[]) => void
  /** Where all its tickets are to be had as a table; null: not for whoever looks. */
  readonly csv: string | null
}

/** How close the rows stand, which columns there are, and in which order. */
export function DisplayPanel({ shown, onShow, csv }: Display) {
  const hidden = queueColumns.filter((column) => !shown.includes(column))
  const toggle = (column: QueueColumn, on: boolean) =>
    onShow(on ? [...shown, column] : shown.filter((one) => one !== column))
  return (
    <>
      <CompactRows />
      <p id="queue-columns" className="mt-2 border-t pt-2 pb-1 font-medium text-fg-muted text-meta">
        Columns
      </p>
      <ul aria-labelledby="queue-columns">
        {[...shown, ...hidden].map((column) => (
          <li key={column} className="flex min-h-7 items-center gap-1">
            <Checkbox
              className="min-w-0 flex-1"
              label={columnWord[column]}
              checked={shown.includes(column)}
              disabled={column === fixedColumn}
              onChange={(event) => toggle(column, event.currentTarget.checked)}
            />
            {shown.includes(column) && <Moves column={column} shown={shown} onShow={onShow} />}
          </li>
        ))}
      </ul>
      {!sameColumns(shown, usualColumns) && (
        <Button size={28} variant="quiet" className="mt-2 self-start" onClick={() => onShow(usualColumns)}>
          Show the usual columns
        </Button>
      )}
      {csv && (
        <div className="mt-2 border-t pt-2">
          <ExportCsv href={csv} />
        </div>
      )}
    </>
  )
}

type Moving = Pick<Display, 'shown' | 'onShow'> & { readonly column: QueueColumn }

function Moves({ column, shown, onShow }: Moving) {
  const at = shown.indexOf(column)
  const move = (to: number) => onShow(shown.filter((one) => one !== column).toSpliced(to, 0, column))
  return (
    <>
      <Button
        size={28}
        square
        variant="quiet"
        disabled={at === 0}
        aria-label={`Move ${columnWord[column]} forward`}
        onClick={() => move(at - 1)}
      >
        <ChevronUp aria-hidden="true" className="size-4" />
      </Button>
      <Button
        size={28}
        square
        variant="quiet"
        disabled={at === shown.length - 1}
        aria-label={`Move ${columnWord[column]} back`}
        onClick={() => move(at + 1)}
      >
        <ChevronDown aria-hidden="true" className="size-4" />
      </Button>
    </>
  )
}
