'use client'

import { useSyncExternalStore } from 'react'

const place = 'console:bulk'

let memory: string | null = null
const watchers = new Set<() => void>()

/** The change of many tickets that is looked after in this browser, also after a reload and in another window; null: none. */
export function currentRun() {
  try {
    return localStorage.getItem(place)
  } catch {
    // Storage is switched off: it is known until the page is left.
    return memory
  }
}

export function keepCurrentRun(uid: string | null) {
  memory = uid
  try {
    if (uid) localStorage.setItem(place, uid)
    else localStorage.removeItem(place)
  } catch {
    // As above.
  }
  for (const watcher of watchers) watcher()
}

export function watchCurrentRun(watcher: () => void) {
  watchers.add(watcher)
  window.addEventListener('storage', watcher)
  return () => {
    watchers.delete(watcher)
    window.removeEventListener('storage', watcher)
  }
}

/** Of a change of many that this window has begun. `over`: no list has come since. */
type Own = 'none' | 'under way' | 'over'

let own: Own = 'none'

export function keepOwn(now: Own) {
  own = now
  for (const watcher of watchers) watcher()
}

/** A list has come from the server: it knows of what is over. */
export function ownListArrived() {
  if (own === 'over') keepOwn('none')
}

/** Whether what comes into a list may be one's own doing. */
export const useOwnChange = () =>
  useSyncExternalStore(
    watchCurrentRun,
    () => own !== 'none',
    () => false,
  )
