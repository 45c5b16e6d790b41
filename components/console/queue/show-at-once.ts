'use client'

import { useSyncExternalStore } from 'react'
import { notFetched } from '../not-fetched'
import { afterList, type Pending, type Shown, shownOf, withMade, without } from './pending'

const nothing: Pending = []
let pending = nothing
const watchers = new Set<() => void>()

/** What rows show before the server has said so. */
export const usePending = () =>
  useSyncExternalStore(
    watch,
    () => pending,
    () => nothing,
  )

/** A list has arrived from the server: it knows of what was made before. */
export function listArrived() {
  if (pending.length > 0) keep(afterList(pending))
}

/** Shows a change of a row until a list knows of it, or `make` has told that it was not made. What is shown already is not made again. */
export async function showAtOnce(refid: string, shown: Shown, make: () => Promise<boolean>) {
  const change = { refid, shown }
  const now = shownOf(pending, refid)
  if (JSON.stringify({ ...now, ...shown }) === JSON.stringify(now)) return
  keep([...pending, change])
  const made = await make().catch(() => {
    notFetched()
    return false
  })
  keep((made ? withMade : without)(pending, change))
}

function keep(changed: Pending) {
  pending = changed
  if (changed.some(({ made }) => !made)) addEventListener('beforeunload', ask)
  else removeEventListener('beforeunload', ask)
  for (const watcher of watchers) watcher()
}

/** What rows show already may still wait to be sent: they are sent one after the other. */
const ask = (event: Event) => event.preventDefault()

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}
