'use client'

export type Undo = () => void

/** Of what can be taken back, and what was, one toast tells: the one before could take back no more. */
export const about = 'undo'

let last: Undo | null = null

/** What Z takes back: what was changed last in this window; null: nothing. */
export const undoable = () => last

export function keepUndoable(undo: Undo) {
  last = undo
}

/** It is being taken back: not a second time. */
export function forgetUndoable(undo: Undo) {
  if (last === undo) last = null
}
