import { useSyncExternalStore } from 'react'
import type { Looks } from '@/lib/preferences/preferences'

/** How the page looks: attributes of the document, which the server writes before the first paint. */
export const lookOf = (look: keyof Looks) => document.documentElement.dataset[look]

/** The same, followed; undefined on the server. */
export const useLook = (look: keyof Looks) =>
  useSyncExternalStore(
    subscribe,
    () => lookOf(look),
    () => undefined,
  )

/** Changes it at once, for this page alone. */
export function setLooks(looks: Partial<Looks>) {
  Object.assign(document.documentElement.dataset, looks)
  for (const listener of listeners) listener()
}

const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
