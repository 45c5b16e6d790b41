'use client'

import { focusedRow, focusRow, refocusRows, rowBeside } from '../queue/rows'
import { useShortcuts } from '../use-shortcuts'
import { undoableRun } from './current'
import { sizeOf } from './selection'
import type { Selecting } from './use-selection'

/** X selects the row with the focus, J and K with Shift go on to the next, Esc lets go of all; Z takes back what was done to them. */
export function useSelectKeys({ selection, toggle, extend, clear }: Selecting) {
  const refid = () => focusedRow()?.dataset.row
  const extendBy = (by: 1 | -1) => {
    const [at, row] = [refid(), rowBeside(by)]
    const to = row?.dataset.row
    if (!to) return
    extend(at ?? to, to)
    focusRow(row)
  }
  const bindings = {
    selectRow: () => {
      const chosen = refid()
      if (chosen) toggle(chosen)
    },
    extendDown: () => extendBy(1),
    extendUp: () => extendBy(-1),
    clearSelection: () => {
      clear()
      refocusRows()
    },
    undoChange: () => {
      const run = undoableRun()
      if (run) void import('./watch').then(({ undo }) => undo(run))
    },
  }
  useShortcuts(bindings, (id) => {
    if (id === 'selectRow') return refid() !== undefined
    if (id === 'clearSelection') return sizeOf(selection) > 0
    return id !== 'undoChange' || undoableRun() !== null
  })
}
