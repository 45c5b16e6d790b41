'use client'

import { useState } from 'react'
import { extended, nothingSelected, pageSelected, reached, type Selection, toggled } from './selection'

export interface Selecting {
  readonly selection: Selection
  readonly toggle: (refid: string) => void
  /** From the row chosen last to this one. */
  readonly reach: (refid: string) => void
  /** From the row of the cursor to the one to which it goes. */
  readonly extend: (at: string, to: string) => void
  readonly selectPage: (on: boolean) => void
  /** Everything that the queue has: so many; null: what was chosen one by one. */
  readonly selectMatching: (count: number | null) => void
  readonly clear: () => void
}

/** What is chosen of one queue, over all of its pages. On another queue, which `queue` names, it is let go for good. */
export function useSelection(queue: string, page: readonly string[]): Selecting {
  const [selection, change] = useState(nothingSelected)
  const [chosenFrom, setChosenFrom] = useState(queue)
  if (chosenFrom !== queue) {
    setChosenFrom(queue)
    change(nothingSelected)
  }
  // Keys may come faster than pages are drawn: each builds on what the one before has made of it.
  return {
    selection,
    toggle: (refid) => change((before) => toggled(before, page, refid)),
    reach: (refid) => change((before) => reached(before, page, refid)),
    extend: (at, to) => change((before) => extended(before, page, at, to)),
    selectPage: (on) => change((before) => pageSelected(before, page, on)),
    selectMatching: (matching) =>
      change(({ refids }) => ({ refids, ...(matching !== null && { matching }) })),
    clear: () => change(nothingSelected),
  }
}
