'use client'

import { useEffect, useState } from 'react'
import { type Present, presenceBeat } from '@/lib/presence/presence'
import { calmly } from '../live/calm'
import { hearPresence } from '../live/live'

export type PresentOn = Readonly<Record<string, readonly Present[]>>

/** Who else has these tickets open; `refids` is a list with commas. Asked for after the page, which does not wait for it. */
export function usePresentOn(refids: string): PresentOn {
  const [present, setPresent] = useState<PresentOn>({})
  useEffect(() => {
    if (!refids) return
    const asking = calmly(
      async () => {
        if (document.visibilityState === 'hidden') return
        const answer = await fetch(`/api/console/presence?refids=${refids}`).catch(() => null)
        setPresent(answer?.ok ? (await answer.json()).present : {})
      },
      { wait: 200, rest: 1_000 },
    )
    asking.call()
    const timer = setInterval(asking.call, 2 * presenceBeat * 1_000)
    const deaf = hearPresence((moved) => {
      if (moved.some((refid) => refids.includes(refid))) asking.call()
    })
    return () => {
      clearInterval(timer)
      deaf()
      asking.stop()
    }
  }, [refids])
  return present
}
