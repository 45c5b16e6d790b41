'use client'

import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { calmly } from '../live/calm'
import { hearNews } from '../live/live'
import { usePresentOn } from '../presence/use-present-on'
import { arrivals } from './arrivals'
import type { QueueLine } from './line'

type FreshLine = QueueLine & { readonly fits?: boolean }

interface Answer {
  readonly lines: readonly FreshLine[]
  readonly page: readonly string[] | null
}

interface Page {
  /** Behind its last row is another page. */
  readonly full: boolean
  /** Something may have happened since it was made: all of it is asked for at once. */
  readonly old?: boolean
}

interface Since {
  readonly given: readonly QueueLine[]
  readonly fresh: ReadonlyMap<string, FreshLine>
  readonly arrived: readonly string[]
}

const nothing = (given: readonly QueueLine[]): Since => ({ given, fresh: new Map(), arrived: [] })

/** More than that, and all rows are asked for instead. */
const most = 50

/**
 * Rows that follow what happens. No row moves: one that is asked for no longer stays where it is and says so, and what is
 * new is counted, until the page is made anew. `href` is the address of the page.
 */
export function useLiveLines(given: readonly QueueLine[], href: string, { full, old }: Page) {
  const [since, setSince] = useState(() => nothing(given))
  if (since.given !== given) setSince(nothing(given))
  const known = given.map(({ refid }) => refid)

  const ask = useEffectEvent(async (changed: ReadonlySet<string> | 'all') => {
    const query = new URLSearchParams(href.split('?')[1])
    if (changed !== 'all' && changed.size <= most) query.set('refids', [...changed].join())
    query.set('known', known.join())
    const answer = await fetch(`/api/console/queue?${query}`)
    if (!answer.ok) return
    const { lines, page }: Answer = await answer.json()
    setSince((before) => {
      if (before.given !== given) return before
      const fresh = new Map(before.fresh)
      for (const line of lines) if (known.includes(line.refid)) fresh.set(line.refid, line)
      const left = new Set(lines.flatMap(({ fits, refid }) => (fits ? [] : [refid])))
      const arrived = page
        ? arrivals(known, page, { full })
        : before.arrived.filter((refid) => !left.has(refid))
      return { given, fresh, arrived }
    })
  })

  useEffect(() => {
    let changed: Set<string> | 'all' = old ? 'all' : new Set()
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
    if (old) asking.call()
    return () => {
      deaf()
      asking.stop()
    }
  }, [old])

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
