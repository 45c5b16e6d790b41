'use client'

import { useEffect, useState } from 'react'
import type { Glimpse } from '@/lib/search/glimpse'

interface Found extends Glimpse {
  /** What it was found by; what is typed may have gone on since. */
  readonly words: string
}

const nothing: Glimpse = { tickets: [], customers: [] }

/** Milliseconds without a key before the server is asked. */
const pause = 150

/** A few tickets and customers for what was typed so far; those for the words before stay until the next are there. */
export function useGlimpse(typed: string): Found {
  const [found, setFound] = useState<Found>({ ...nothing, words: '' })
  const words = typed.trim()
  const asks = [...words].length >= 2
  useEffect(() => {
    if (!asks) return
    const given = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/api/console/search?q=${encodeURIComponent(words)}`, {
          signal: given.signal,
        })
        setFound({ ...(answer.ok ? await answer.json() : nothing), words })
      } catch {
        // Offline: the actions and places are found without. Otherwise typed on, or closed.
        if (!given.signal.aborted) setFound({ ...nothing, words })
      }
    }, pause)
    return () => {
      clearTimeout(timer)
      given.abort()
    }
  }, [words, asks])
  return asks ? found : { ...nothing, words }
}
