'use client'

import { useEffect, useRef, useState, useTransition } from 'react'
import { Clock } from '@/components/ui/clock'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { viewOf } from '@/lib/tickets/views'
import { leaveTrail } from '../trail'
import { queueHref } from './address'
import type { Density } from './density'
import { FilterBar } from './filter-bar'
import type { QueueLine } from './line'
import { NothingFound } from './nothing-found'
import { orderWords } from './orders'
import { Pager } from './pager'
import { QueueTable } from './table'
import { useAsked } from './use-asked'

interface QueueScreenProps {
  readonly filter: QueueFilter
  readonly lines: readonly QueueLine[]
  readonly next: string | null
  readonly previous: string | null
  /** Of what the filter asks for, where only the database knows them. */
  readonly names: QueueChoices
  readonly density: Density
  readonly now: string
  readonly timeZone: string
}

/** The queue: what is asked comes from the address, the rows come from the server in their order. */
export function QueueScreen(props: QueueScreenProps) {
  const { filter, lines, next, previous, names, now, timeZone } = props
  const [density, setDensity] = useState(props.density)
  const [pending, startTransition] = useTransition()
  const { asked, ask } = useAsked(startTransition)

  useEffect(
    () => leaveTrail({ href: queueHref(filter), refids: lines.map(({ refid }) => refid) }),
    [filter, lines],
  )

  // The link that was pressed may be gone with its page: whoever leafs goes on at the first row of the next.
  const leafed = useRef(false)
  useEffect(() => {
    if (!leafed.current) return
    leafed.current = false
    document.querySelector<HTMLElement>(lines.length > 0 ? 'a[data-row]' : 'h1')?.focus()
  }, [lines])

  return (
    <Clock now={now} timeZone={timeZone}>
      <header className="px-4 pt-4 lg:px-6">
        <h1 tabIndex={-1} className="font-semibold text-title">
          {viewOf(filter)?.label ?? 'Tickets'}
        </h1>
        <p className="text-fg-muted">{orderWords(filter)}</p>
      </header>
      <FilterBar
        asked={asked}
        ask={ask}
        order={filter}
        names={names}
        density={density}
        onDensity={setDensity}
      />
      <div
        aria-busy={pending || undefined}
        className="flex flex-1 flex-col transition-opacity duration-calm aria-busy:opacity-60"
      >
        {lines.length === 0 ? (
          <NothingFound filter={filter} names={names} />
        ) : (
          <QueueTable lines={lines} filter={filter} ask={ask} compact={density === 'compact'} />
        )}
        <Pager
          filter={filter}
          next={next}
          previous={previous}
          onLeaf={() => {
            leafed.current = true
          }}
        />
      </div>
    </Clock>
  )
}
