'use client'

import { useSyncExternalStore } from 'react'
import type { QueueCounts } from '@/lib/tickets/queue-counts'
import type { CountedView } from '@/lib/views/counts'
import type { ViewRow } from '@/lib/views/view'

type Counts = QueueCounts & {
  readonly notifications?: number
  /** The saved views that there are now, which may be others than the page came with. */
  readonly saved?: readonly CountedView[]
}

const address = '/api/console/counts'

let counts: Counts = {}
let asking = false
/** Asked for while an answer was on its way, which may not know of what has happened since. */
let again = false
let turnedAway = false
const watchers = new Set<() => void>()

/** What the sidebar shows; empty until the first answer. */
export const knownCounts = () => counts

export const watchCounts = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

/** The saved views that there are: those that the page came with, until a newer list is known. */
export const useSavedViews = (given: readonly ViewRow[]): readonly ViewRow[] =>
  useSyncExternalStore(
    watchCounts,
    () => knownCounts().saved,
    () => undefined,
  ) ?? given

/** Asks the server again; several who ask at once ask once more at most. A failure keeps the last numbers. */
export function refreshCounts() {
  again = asking
  if (asking) return
  asking = true
  void ask().finally(() => {
    asking = false
    if (again) keepCounts()
  })
}

/** Asks, unless the last answer was that this viewer may not know: until they go somewhere, that stays so. */
export function keepCounts() {
  if (!turnedAway) refreshCounts()
}

async function ask() {
  try {
    const answer = await fetch(address)
    turnedAway = answer.status === 401 || answer.status === 404
    if (!answer.ok) return
    counts = await answer.json()
    for (const watcher of watchers) watcher()
  } catch {
    // Offline for a moment: the next visit asks again.
  }
}
