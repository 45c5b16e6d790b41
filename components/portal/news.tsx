'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'

interface NewsProps {
  readonly refid: string
  /** When something last happened of what is shown. */
  readonly updatedAt: string
  /** When the last of our messages that are shown was written; empty: there is none. */
  readonly answeredAt: string
}

const minute = 60_000

/** Looks for news each minute, and when somebody comes back to the page: it shows them, and says so beside the field for a reply. */
export function News({ refid, updatedAt, answeredAt }: NewsProps) {
  const router = useRouter()
  const [read] = useState(answeredAt)
  const look = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible') return
    const answer = await fetch(`/api/portal/tickets/${refid}/latest`).catch(() => null)
    if (!answer?.ok) return
    const latest: { readonly updatedAt: string } = await answer.json()
    if (latest.updatedAt !== updatedAt) router.refresh()
  })
  useEffect(() => {
    const timer = setInterval(look, minute)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return (
    <p role="status" className="text-message empty:sr-only not-empty:mb-4">
      {answeredAt > read && 'There is a new answer above.'}
    </p>
  )
}
