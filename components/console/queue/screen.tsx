'use client'

import { useRouter } from 'next/navigation'
import { lazy, type ReactNode, useEffect, useMemo, useRef, useTransition } from 'react'
import { Clock } from '@/components/ui/clock'
import { focusTitle, isWriting } from '@/components/ui/focus'
import { OnDemand, opensMenu } from '@/components/ui/on-demand'
import { ResultsSaid } from '@/components/ui/results-said'
import { mostTickets } from '@/lib/bulk/run'
import type { Unread } from '@/lib/tickets/queue'
import type { QueueColumn } from '@/lib/tickets/queue-columns'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import type { Status } from '@/lib/tickets/ticket'
import type { OpenedView } from '@/lib/views/find'
import { scopeWords } from '@/lib/views/view'
import { ownListArrived, useOwnChange } from '../bulk/current'
import { LazyBulkPanel } from '../bulk/lazy-panel'
import { useSelection } from '../bulk/use-selection'
import { leaveTrail } from '../trail'
import { ViewBar, type ViewBarProps } from '../views/view-bar'
import { ViewMenuButton } from '../views/view-menu-button'
import { queueHref, queueSearch } from './address'
import { Arrived } from './arrived'
import { FilterBar } from './filter-bar'
import type { QueueLine } from './line'
import { orderWords } from './orders'
import { Pager } from './pager'
import { withPending } from './pending'
import { focusEdge } from './rows'
import { listArrived, usePending } from './show-at-once'
import { QueueTable } from './table'
import { useAsked } from './use-asked'
import { useDisplay } from './use-display'
import { useLiveLines } from './use-live-lines'

interface QueueScreenProps {
  readonly filter: QueueFilter
  readonly title: string
  /** The saved view that is open. */
  readonly view: OpenedView | undefined
  /** What it asks beside its filters. */
  readonly conditions: ReactNode
  /** `QueueLine[]` as JSON: React would write, send and read each of its 400 values by itself. */
  readonly lines: string
  /** A ticket of another status is not in this queue. */
  readonly statuses: readonly Status[]
  /** The name of whoever looks. */
  readonly me: string
  /** Why there are no lines, where that is not because nothing matches. */
  readonly missing: Unread | null
  /** How many there are on all pages; null: that is not counted. */
  readonly total: number | null
  /** The addresses of the neighbouring pages. */
  readonly next: string | null
  readonly previous: string | null
  /** Of what the filter asks for, where only the database knows them. */
  readonly names: QueueChoices
  readonly shown: readonly QueueColumn[]
  /** Where all its tickets are to be had as a table; null: not for whoever looks. */
  readonly csv: string | null
  readonly now: string
  readonly timeZone: string
}

/** The queue: what is asked comes from the address, the rows come from the server in their order. */
export function QueueScreen(props: QueueScreenProps) {
  const { filter, title, view, conditions, statuses, total, me, next, previous, names, now, timeZone } = props
  const router = useRouter()
  const [asking, startTransition] = useTransition()
  const { asked, ask } = useAsked(filter, startTransition)
  const display = useDisplay({ ...props, filter: asked }, startTransition)
  const href = queueHref(filter)
  // Anew with every answer of the server, also where it says the same again.
  const given = useMemo(() => linesOf(props), [props])
  const { lines: live, arrived } = useLiveLines(given, href, { full: next !== null })
  // All of what others have done meanwhile comes with the list that follows.
  const isOwn = useOwnChange()
  const pending = usePending()
  const lines = useMemo(() => withPending(live, pending, statuses), [live, pending, statuses])

  const refids = lines.map(({ refid }) => refid)
  const queue = queueSearch(filter)
  const selecting = useSelection(queue, refids)

  useEffect(() => {
    if (!given) return
    listArrived()
    ownListArrived()
  }, [given])
  useEffect(
    () => leaveTrail({ href, title, lines: live, next, previous }),
    [href, title, live, next, previous],
  )

  // What was pressed may be gone with its page: whoever leafs, or has the news shown, goes on at the first row of the next.
  // Whoever walks back over its edge goes on at the last row of the page before.
  const leafed = useRef<1 | -1>(undefined)
  const leaf = () => {
    leafed.current = 1
  }
  const overEdge = (by: 1 | -1) => {
    const to = by === 1 ? next : previous
    if (!to || leafed.current) return
    leafed.current = by
    router.push(to)
  }
  useEffect(() => {
    const by = leafed.current
    leafed.current = undefined
    if (!by || isWriting()) return
    if (given.length > 0) focusEdge(by)
    else focusTitle()
  }, [given])

  // Nor is the button that saved a view, or deleted it: whoever did is at the name of what is there now.
  const leaving = useRef<string>(undefined)
  const opened = view?.uid ?? 'none'
  useEffect(() => {
    if (!leaving.current || leaving.current === opened) return
    leaving.current = undefined
    focusTitle()
  }, [opened])
  const saving: ViewBarProps = {
    filter: asked,
    view,
    names,
    shown: display.shown,
    onLeaving: () => {
      leaving.current = opened
    },
  }

  return (
    <Clock now={now} timeZone={timeZone}>
      <header className="px-4 pt-4 lg:px-6">
        <div className="flex items-center gap-1">
          <h1 dir="auto" tabIndex={-1} className="min-w-0 font-semibold text-title wrap-anywhere">
            {title}
          </h1>
          {view?.mayChange && (
            <OnDemand load={viewMenu} props={{ ...saving, view }}>
              <ViewMenuButton {...opensMenu} />
            </OnDemand>
          )}
        </div>
        <p className="text-fg-muted">
          {[view && scopeWords(view), total !== null && totalWords(total), orderWords(filter)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {conditions}
      </header>
      <FilterBar
        asked={asked}
        ask={ask}
        names={names}
        display={display}
        everywhere={statuses.includes('closed')}
        inView={view !== undefined}
        saving={<ViewBar {...saving} />}
      />
      <ResultsSaid
        asked={queue}
        count={props.missing ? null : given.length}
        paged={Boolean(next || previous)}
      />
      <Arrived count={isOwn ? 0 : arrived} filter={filter} startTransition={startTransition} onShow={leaf} />
      <div
        aria-busy={asking || undefined}
        className="flex flex-1 flex-col transition-opacity duration-calm aria-busy:opacity-60"
      >
        {given.length === 0 ? (
          <NothingFound filter={filter} names={names} missing={props.missing} />
        ) : (
          <QueueTable
            lines={lines}
            filter={asked}
            ask={ask}
            shown={display.shown}
            selecting={selecting}
            onEdge={overEdge}
            me={me}
          />
        )}
        <Pager next={next} previous={previous} onLeaf={leaf} />
      </div>
      <LazyBulkPanel
        selecting={selecting}
        lines={lines}
        queue={queue}
        more={next !== null || previous !== null}
        me={me}
      />
    </Clock>
  )
}

const linesOf = ({ lines }: QueueScreenProps): readonly QueueLine[] => JSON.parse(lines)

// Most queues have tickets.
const NothingFound = lazy(async () => ({ default: (await import('./nothing-found')).NothingFound }))

const viewMenu = async () => (await import('../views/view-menu')).ViewMenu

const totalWords = (total: number) => {
  if (total > mostTickets) return `More than ${mostTickets.toLocaleString('en')} tickets`
  return total === 1 ? '1 ticket' : `${total.toLocaleString('en')} tickets`
}
