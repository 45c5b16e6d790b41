'use client'

export type Undo = () => void

/** Of what can be taken back, and what was, one toast tells: the one before could take back no more. */
export const about = 'undo'

/** What was changed last, and what is being changed since. */
let kept: readonly Undo[] = []

/** What Z takes back: what was changed last in this window; null: nothing. */
export const undoable = () => kept.at(-1) ?? null

/** It was changed. */
export function keepUndoable(undo: Undo) {
  kept = [undo]
}

/** It is being changed: what was before it is taken back only if this comes to nothing. */
export function expectUndoable(undo: Undo) {
  kept = [...kept, undo]
}

/** What was being changed was changed, or came to nothing. */
export function settleUndoable(undo: Undo, changed: boolean) {
  kept = changed ? kept.slice(Math.max(0, kept.indexOf(undo))) : kept.filter((one) => one !== undo)
}

/** It is being taken back: not a second time, and nothing older in its stead. */
export function forgetUndoable(undo: Undo) {
  kept = undoable() === undo ? [] : kept.filter((one) => one !== undo)
}
