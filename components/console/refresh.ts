'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'

/**
 * Draws the page anew, if the server can be reached: where it cannot, the router would leave the page, with all that is on it,
 * for the browser's own page of errors. For what nobody has pressed at that moment.
 */
export function useRefreshIfReachable() {
  const router = useRouter()
  return useCallback(async () => {
    const answer = await fetch('/api/health/ready', { cache: 'no-store' }).catch(() => null)
    if (answer?.ok) router.refresh()
  }, [router])
}
