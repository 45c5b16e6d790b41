'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everySecond = 1_000

/** Brings the page up to date as long as there is something to wait for. */
export function RunFollower() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, everySecond)
    return () => clearInterval(timer)
  }, [router])
  return null
}
