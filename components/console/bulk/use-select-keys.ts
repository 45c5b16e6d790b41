'use client'

import type { Status } from '@/lib/tickets/ticket'
import type { ShortcutId } from '../keys'
import { focusedRow, focusRow, refocusRows, rowBeside } from '../queue/rows'
import { showAtOnce } from '../queue/show-at-once'
import { useShortcuts } from '../use-shortcuts'
import type { Control } from './controls'
import { fetchChanges } from './fetch-changes'
import { sizeOf } from './selection'
import type { Selecting } from './use-selection'

/**
 * X selects the row with the focus, J and K with Shift go on to the next, Esc lets go of all. While nothing is selected, what
 * would be done to the selected tickets is done to that row.
 */
export function useSelectKeys({ selection, toggle, extend, choose, clear }: Selecting) {
  const refid = () => focusedRow()?.dataset.row
  const withRow = (act: (refid: string) => void) => () => {
    const row = refid()
    if (row) act(row)
  }
  const extendBy = (by: 1 | -1) => {
    const [at, row] = [refid(), rowBeside(by)]
    const to = row?.dataset.row
    if (!to) return
    extend(at ?? to, to)
    focusRow(row)
  }
  const forRow = (control: Control) => withRow((row) => choose(row, control))
  const moveFocused = (to: Status) =>
    withRow(
      (row) => void showAtOnce(row, { status: to }, async () => (await fetchChanges()).moveRow(row, to)),
    )
  const bindings = {
    selectRow: withRow(toggle),
    extendDown: () => extendBy(1),
    extendUp: () => extendBy(-1),
    clearSelection: () => {
      clear()
      refocusRows()
    },
    assignSelected: forRow('assign'),
    moveSelected: forRow('status'),
    prioritizeSelected: forRow('priority'),
    tagSelected: forRow('tags'),
    resolveSelected: moveFocused('resolved'),
    closeSelected: moveFocused('closed'),
  } satisfies Partial<Record<ShortcutId, () => void>>
  useShortcuts(bindings, (id) => {
    if (id === 'clearSelection') return sizeOf(selection) > 0
    if (id === 'extendDown' || id === 'extendUp') return true
    return refid() !== undefined && (id === 'selectRow' || sizeOf(selection) === 0)
  })
}
