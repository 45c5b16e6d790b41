'use client'

import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { ask } from '../live/ask'
import { calmly } from '../live/calm'
import { hearNews } from '../live/live'
import { watchCovered } from './covered'
import { holdStill } from './hold-still'
import { goToLatest, openAtLatest, watchLatest } from './latest-entry'

interface LiveTicketProps {
  readonly refid: string
  /** The last event that the page knows of. */
  readonly seen: string | null
  /** The last that is not the doing of whoever looks. */
  readonly theirs: string | null
}

/**
 * Draws the page anew when something has happened on its ticket that it does not know of, and says so until that is on
 * the screen, unless it is one's own doing.
 */
export function LiveTicket({ refid, seen, theirs }: LiveTicketProps) {
  const router = useRouter()
  /** What others had done when news came; undefined: all of it has been on the screen. */
  const [before, setBefore] = useState<string | null>()
  const isFresh = before !== undefined && theirs !== before
  const [isAbove, setAbove] = useState(false)
  const look = useEffectEvent(async (last: string | null) => {
    const now = last ?? (await lastOf(refid))
    if (now === undefined) return false
    if (now === null || now === seen) return true
    setBefore((earlier) => (earlier === undefined ? theirs : earlier))
    router.refresh()
    return true
  })
  useEffect(() => {
    let last: string | null = null
    // What one did oneself is on the page by then.
    const looking = calmly(() => look(last), { wait: 400, rest: 1_000 })
    const deaf = hearNews((told) => {
      const news = told?.findLast((one) => one.refid === refid)
      if (told && !news) return
      last = news?.uid ?? null
      looking.call()
    })
    return () => {
      deaf()
      looking.stop()
    }
  }, [refid])
  useEffect(() => holdStill(), [])
  useEffect(() => {
    const { style } = document.documentElement
    const ignore = watchCovered(({ start, end }) => {
      style.setProperty('--covered-start', `${start}px`)
      style.setProperty('--covered-end', `${end}px`)
    })
    return () => {
      ignore()
      style.removeProperty('--covered-start')
      style.removeProperty('--covered-end')
    }
  }, [])
  useEffect(() => openAtLatest(), [])
  useEffect(() => {
    if (!isFresh) return
    return watchLatest((inSight, above) => {
      setAbove(above)
      if (inSight) setBefore(undefined)
    })
  }, [isFresh])
  const Arrow = isAbove ? ArrowUp : ArrowDown
  return (
    <div role="status" className="flex justify-center print:hidden">
      {isFresh && (
        <button
          type="button"
          onClick={goToLatest}
          className="mb-2 inline-flex h-7 items-center gap-1.5 rounded-full bg-accent px-3 font-medium text-accent-fg text-meta shadow-lg hover:underline pointer-coarse:h-11"
        >
          <Arrow aria-hidden="true" className="size-3.5" />
          Something new happened
        </button>
      )}
    </div>
  )
}

/** Null: the ticket is not there for them any more. Undefined: nobody could say. */
async function lastOf(refid: string) {
  const answer = await ask<{ readonly seen: string }>(`/api/console/tickets/${refid}/latest`)
  return answer ? answer.seen : answer
}
