'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { keepCounts } from '../counts'
import { calmly } from './calm'
import { hearNews, startLive } from './live'

/** Listens as long as the console is open; the counts in the sidebar follow what happens. */
export function LiveFeed() {
  const path = usePathname()
  useEffect(() => {
    if (path) startLive()
  }, [path])
  useEffect(() => {
    const counting = calmly(keepCounts, { wait: 400, rest: 2_000 })
    const deaf = hearNews(counting.call)
    return () => {
      deaf()
      counting.stop()
    }
  }, [])
  return null
}
