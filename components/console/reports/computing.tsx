'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { EmptyState } from '@/components/ui/empty-state'

const pause = 4_000

/** In the place of numbers that are not there yet; looks again by itself. */
export function Computing() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(router.refresh, pause)
    return () => clearInterval(timer)
  }, [router])
  return (
    <div role="status" className="my-auto">
      <EmptyState title="The numbers are being computed">
        There are more tickets than can be counted while you wait. This page looks again every few seconds.
      </EmptyState>
    </div>
  )
}
