'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { type Sight, sightText } from '@/lib/sending/overtaken'
import { whenLatestIsSeen } from './latest-entry'

/** Milliseconds that something is on the screen before it counts as read. */
const reading = 2_000

/**
 * What the writer has had before their eyes. What comes while they write counts when its entry has been on the screen
 * for a moment: until then a reply is held back by it.
 */
export function useHeldSight(sight: Sight) {
  const [held, setHeld] = useState(sight)
  const now = sightText(sight)
  const hold = useEffectEvent(() => setHeld(sight))
  useEffect(() => {
    if (now === sightText(held)) return
    let read: ReturnType<typeof setTimeout> | undefined
    const blind = whenLatestIsSeen(() => {
      read ??= setTimeout(() => hold(), reading)
    })
    return () => {
      clearTimeout(read)
      blind()
    }
  }, [now, held])
  return held
}
