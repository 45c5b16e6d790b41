'use client'

import { useSyncExternalStore } from 'react'
import {
  type ChosenFacet,
  chosenFacets,
  type QueueChoice,
  type QueueChoices,
} from '@/lib/tickets/queue-sorts'
import type { ScopeChoice } from '@/lib/views/view'

interface Known {
  readonly state: 'unasked' | 'asking' | 'known' | 'failed'
  readonly choices: QueueChoices
  /** For whom one may save a view. */
  readonly scopes: readonly ScopeChoice[]
  /** For many tickets at once. */
  readonly macros: readonly QueueChoice[]
}

const address = '/api/console/choices'
/** Within a minute nobody expects a new tag in the menu. */
const fresh = 60_000

const nothing: Known = { state: 'unasked', choices: {}, scopes: [], macros: [] }
let known = nothing
let askedAt = 0
const watchers = new Set<() => void>()

/** What the menus offer, once somebody has opened one in this window. */
export const useChoices = () =>
  useSyncExternalStore(
    watch,
    () => known,
    () => nothing,
  )

/** Asks what there is to choose, if the last answer is not fresh; what was known stays until the new answer is there. */
export function loadChoices() {
  if (known.state === 'asking' || (known.state === 'known' && Date.now() - askedAt < fresh)) return
  askedAt = Date.now()
  tell({ ...known, state: 'asking' })
  void ask()
}

/** Those names of both; a name that the page came with is right even if the menus know it no more. */
export const together = (one: QueueChoices, other: QueueChoices): QueueChoices => ({
  ...one,
  ...Object.fromEntries(
    chosenFacets.map((facet: ChosenFacet) => [facet, [...(one[facet] ?? []), ...(other[facet] ?? [])]]),
  ),
})

async function ask() {
  try {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`The menus are not there: ${answer.status}`)
    tell({ state: 'known', ...(await answer.json()) })
  } catch {
    // Opening the menu once more asks again.
    tell({ ...known, state: 'failed' })
  }
}

function tell(now: Known) {
  known = now
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}
