'use client'

import { useEffect, useRef, useTransition } from 'react'
import { Clock } from '@/components/ui/clock'
import type { QueueColumn } from '@/lib/tickets/queue-columns'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { viewOf } from '@/lib/tickets/views'
import { LazyBulkPanel } from '../bulk/lazy-panel'
import { useSelection } from '../bulk/use-selection'
import { leaveTrail } from '../trail'
import { queueHref, queueSearch } from './address'
import { FilterBar } from './filter-bar'
import type { Density } from './kept'
import type { QueueLine } from './line'
import { NothingFound } from './nothing-found'
import { orderWords } from './orders'
import { Pager } from './pager'
import { QueueTable } from './table'
import { useAsked } from './use-asked'
import { useDisplay } from './use-display'

interface QueueScreenProps {
  readonly filter: QueueFilter
  readonly lines: readonly QueueLine[]
  readonly next: string | null
  readonly previous: string | null
  /** Of what the filter asks for, where only the database knows them. */
  readonly names: QueueChoices
  readonly shown: readonly QueueColumn[]
  readonly density: Density
  readonly now: string
  readonly timeZone: string
}

/** The queue: what is asked comes from the address, the rows come from the server in their order. */
export function QueueScreen(props: QueueScreenProps) {
  const { filter, lines, next, previous, names, now, timeZone } = props
  const [pending, startTransition] = useTransition()
  const { asked, ask } = useAsked(startTransition)
  const display = useDisplay(props, startTransition)

  const refids = lines.map(({ refid }) => refid)
  const queue = queueSearch(filter)
  const selecting = useSelection(queue, refids)

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
      <FilterBar asked={asked} ask={ask} order={filter} names={names} display={display} />
      <div
        aria-busy={pending || undefined}
        className="flex flex-1 flex-col transition-opacity duration-calm aria-busy:opacity-60"
      >
        {lines.length === 0 ? (
          <NothingFound filter={filter} names={names} />
        ) : (
          <QueueTable
            lines={lines}
            filter={filter}
            ask={ask}
            shown={display.shown}
            compact={display.density === 'compact'}
            selecting={selecting}
          />
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
      <LazyBulkPanel selecting={selecting} queue={queue} more={next !== null || previous !== null} />
    </Clock>
  )
}
