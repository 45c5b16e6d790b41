'use client'

import { undoable } from './undo'
import { useShortcuts } from './use-shortcuts'

/** Z takes back what was changed last, on whatever page of the console one is by now. */
export function UndoKey() {
  useShortcuts({ undo: () => undoable()?.() }, () => undoable() !== null)
  return null
}
