'use client'

import { useEffect } from 'react'
import { useRefreshIfReachable } from '../refresh'

const everySecond = 1_000

/** Brings the page up to date as long as there is something to wait for. */
export function RunFollower() {
  const refresh = useRefreshIfReachable()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refresh()
    }, everySecond)
    return () => clearInterval(timer)
  }, [refresh])
  return null
}
