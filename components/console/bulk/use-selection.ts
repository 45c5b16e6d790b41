'use client'

import { useState } from 'react'
import type { Control } from './controls'
import { extended, nothingSelected, pageSelected, reached, type Selection, toggled } from './selection'

export interface Selecting {
  readonly selection: Selection
  /** What is chosen for the one ticket that is selected: once that is over it is let go. */
  readonly choosing: Control | undefined
  readonly toggle: (refid: string) => void
  /** From the row chosen last to this one. */
  readonly reach: (refid: string) => void
  /** From the row of the cursor to the one to which it goes. */
  readonly extend: (at: string, to: string) => void
  readonly selectPage: (on: boolean) => void
  /** Everything that the queue has: so many; null: what was chosen one by one. */
  readonly selectMatching: (count: number | null) => void
  /** This ticket alone, to choose something for it. */
  readonly choose: (refid: string, control: Control) => void
  /** Lets go of everything, or of this if it is still what is selected. */
  readonly clear: (only?: Selection) => void
}

interface Chosen {
  readonly selection: Selection
  readonly choosing?: Control
}

const nothing: Chosen = { selection: nothingSelected }

/** What is chosen of one queue, over all of its pages. On another queue, which `queue` names, it is let go for good. */
export function useSelection(queue: string, page: readonly string[]): Selecting {
  const [{ selection, choosing }, setChosen] = useState(nothing)
  const [chosenFrom, setChosenFrom] = useState(queue)
  if (chosenFrom !== queue) {
    setChosenFrom(queue)
    setChosen(nothing)
  }
  // Keys may come faster than pages are drawn: each builds on what the one before has made of it.
  const change = (changed: (before: Selection) => Selection) =>
    setChosen((before) => ({ selection: changed(before.selection) }))
  return {
    selection,
    choosing,
    toggle: (refid) => change((before) => toggled(before, page, refid)),
    reach: (refid) => change((before) => reached(before, page, refid)),
    extend: (at, to) => change((before) => extended(before, page, at, to)),
    selectPage: (on) => change((before) => pageSelected(before, page, on)),
    selectMatching: (matching) =>
      change(({ refids }) => ({ refids, ...(matching !== null && { matching }) })),
    choose: (refid, control) => setChosen({ selection: { refids: new Set([refid]) }, choosing: control }),
    clear: (only) => setChosen((before) => (only && before.selection !== only ? before : nothing)),
  }
}
