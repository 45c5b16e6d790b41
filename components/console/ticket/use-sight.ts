'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { type Sight, sightText, withTold } from '@/lib/sending/overtaken'
import { watchLatest } from './latest-entry'

/** Milliseconds that something is on the screen before it counts as read. */
const reading = 2_000

/**
 * What the writer has seen, and what takes down that they were told of more. What comes onto the page while they write
 * counts when its entry has been on the screen for a moment: until then a reply is held back by it. Both only add.
 */
export function useSight(page: Sight) {
  const [read, setRead] = useState(page)
  const [told, setTold] = useState<Sight>()
  const now = sightText(page)
  const hold = useEffectEvent(() => setRead(page))
  useEffect(() => {
    if (now === sightText(read)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(timer)
      timer = undefined
    }
    const blind = watchLatest((inSight) => {
      if (inSight) timer ??= setTimeout(() => hold(), reading)
      else stop()
    })
    return () => {
      stop()
      blind()
    }
  }, [now, read])
  return [told ? withTold(read, told) : read, setTold] as const
}
