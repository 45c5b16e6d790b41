'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'

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
  const news = useRef<HTMLParagraphElement>(null)
  /** How far down the page it was. */
  const place = useRef(0)
  const look = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible') return
    const answer = await fetch(`/api/portal/tickets/${refid}/latest`).catch(() => null)
    if (!answer?.ok) return
    const latest: { readonly updatedAt: string } = await answer.json()
    if (latest.updatedAt === updatedAt) return
    place.current = placeOf(news.current)
    router.refresh()
  })
  useEffect(() => {
    const timer = setInterval(look, minute)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  // Under the pen of whoever writes, the field stays where it is: what has come is above it.
  useLayoutEffect(() => {
    const isWriting = news.current?.parentElement?.contains(document.activeElement)
    if (updatedAt && isWriting && place.current > 0) scrollBy(0, placeOf(news.current) - place.current)
    place.current = 0
  }, [updatedAt])
  return (
    <p ref={news} role="status" className="text-message empty:sr-only not-empty:mb-4">
      {answeredAt > read && 'There is a new answer above.'}
    </p>
  )
}

const placeOf = (element: Element | null) => (element ? element.getBoundingClientRect().top + scrollY : 0)
