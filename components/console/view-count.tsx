'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import type { QueueViewId } from '@/lib/tickets/views'
import { countWord } from './count-word'
import { keepCounts, knownCounts, refreshCounts, watchCounts } from './counts'

/** How many tickets wait in a view, or notifications: nothing for none, `99+` from a hundred on. */
export function ViewCount({ view }: { readonly view: QueueViewId | 'notifications' }) {
  const count = useSyncExternalStore(
    watchCounts,
    () => knownCounts()[view],
    () => undefined,
  )
  return countWord(count)
}

/** The same of a saved view. */
export function SavedViewCount({ uid }: { readonly uid: string }) {
  const count = useSyncExternalStore(
    watchCounts,
    () => knownCounts().saved?.find((view) => view.uid === uid)?.count,
    () => undefined,
  )
  return countWord(count)
}

const pause = 30_000

/** Keeps the counts fresh: at each navigation, and every half minute while somebody looks. */
export function CountsFeed() {
  const here = `${usePathname()}?${useSearchParams()}`
  useEffect(() => {
    if (here) refreshCounts()
  }, [here])
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') keepCounts()
    }
    const timer = setInterval(look, pause)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return null
}
