'use client'

import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { ask } from '../live/ask'
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

/** The tickets that something happened on; all: nobody can say which. */
type Changed = ReadonlySet<string> | 'all'

const together = (one: Changed, other: Changed): Changed =>
  one === 'all' || other === 'all' ? 'all' : new Set([...one, ...other])

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

  const follow = useEffectEvent(async (changed: Changed) => {
    const query = new URLSearchParams(href.split('?')[1])
    if (changed !== 'all' && changed.size <= most) query.set('refids', [...changed].join())
    query.set('known', known.join())
    const answer = await ask<Answer>(`/api/console/queue?${query}`)
    if (!answer) return answer === null
    const { lines, page } = answer
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
    return true
  })

  useEffect(() => {
    let changed: Changed = old ? 'all' : new Set()
    const asking = calmly(
      async () => {
        const now = changed
        changed = new Set()
        const followed = await follow(now)
        // The stream may be up all the while, and say no more of them.
        if (!followed) changed = together(changed, now)
        return followed
      },
      { wait: 300, rest: 2_000 },
    )
    const deaf = hearNews((told) => {
      changed = together(changed, told ? new Set(told.map(({ refid }) => refid)) : 'all')
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
