'use client'

import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { calmly } from '../live/calm'
import { hearNews } from '../live/live'
import { usePresentOn } from '../presence/use-present-on'
import type { QueueLine } from './line'
import type { FreshLine, Since } from './since'

const nothing = (given: readonly QueueLine[]): Since => ({ given, fresh: new Map(), arrived: [] })

/**
 * Rows that follow what happens. No row moves: one that is asked for no longer stays where it is and says so, and what is
 * new is counted, until the page is made anew.
 */
export function useLiveLines(given: readonly QueueLine[], filter: QueueFilter, full: boolean) {
  const [since, setSince] = useState(() => nothing(given))
  if (since.given !== given) setSince(nothing(given))
  const known = given.map(({ refid }) => refid)

  const ask = useEffectEvent(async (changed: ReadonlySet<string> | 'all') => {
    // Most visits end before anything happens.
    const { askSince } = await import('./since')
    const add = await askSince({ filter, known, full, changed })
    if (add) setSince((before) => (before.given === given ? add(before) : before))
  })

  useEffect(() => {
    let changed: Set<string> | 'all' = new Set()
    const asking = calmly(
      async () => {
        const now = changed
        changed = new Set()
        // Offline for a moment: the stream says so, and asks for everything when it is back.
        await ask(now).catch(() => {})
      },
      { wait: 300, rest: 2_000 },
    )
    const deaf = hearNews((told) => {
      if (!told) changed = 'all'
      else if (changed !== 'all') for (const { refid } of told) changed.add(refid)
      asking.call()
    })
    return () => {
      deaf()
      asking.stop()
    }
  }, [])

  const present = usePresentOn(known.join())
  const lines = useMemo(
    () =>
      given.map((line): QueueLine => {
        const { fits = true, ...now }: FreshLine = since.fresh.get(line.refid) ?? line
        const here = present[line.refid]
        return { ...now, ...(here && { present: here }), ...(!fits && { gone: true }) }
      }),
    [given, since, present],
  )
  return { lines, arrived: since.arrived.length }
}
