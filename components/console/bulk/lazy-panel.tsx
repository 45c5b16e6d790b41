'use client'

import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type ShortcutId, selectionKeys } from '../keys'
import { runShortcut, useShortcuts } from '../use-shortcuts'
import { currentRun, watchCurrentRun } from './current'
import { fetchChanges, fetchedChanges } from './fetch-changes'
import type { BulkPanelProps } from './panel'
import { sizeOf } from './selection'

const LazyPanel = lazy(async () => ({ default: (await fetchChanges()).BulkPanel }))

/** The panel for many tickets, where there is something for it to show; and what is selected, for who cannot see it. */
export function LazyBulkPanel(props: Omit<BulkPanelProps, 'run'>) {
  const run = useSyncExternalStore(watchCurrentRun, currentRun, () => null)
  const count = sizeOf(props.selecting.selection)
  const early = useRef<ShortcutId>(undefined)
  const awaitPanel = (id: ShortcutId) => {
    early.current = id
  }
  const takeEarly = () => {
    const id = early.current
    early.current = undefined
    return id
  }
  return (
    <>
      <p role="status" className="sr-only" data-selected={count}>
        {count > 0 && `${count.toLocaleString('en')} selected`}
      </p>
      {(count > 0 || run) && (
        <Suspense
          fallback={
            count > 0 && <EarlyKeys choosing={props.selecting.choosing !== undefined} onKey={awaitPanel} />
          }
        >
          <Panel {...props} run={run} takeEarly={takeEarly} />
        </Suspense>
      )}
    </>
  )
}

interface EarlyKeysProps {
  /** Something is being chosen already. */
  readonly choosing: boolean
  readonly onKey: (id: ShortcutId) => void
}

/** While the panel is on its way: the first of its keys waits for it, and what is typed after that is no key of the page. */
function EarlyKeys({ choosing, onKey }: EarlyKeysProps) {
  const [waiting, setWaiting] = useState(choosing)
  const wait = (id: ShortcutId) => {
    onKey(id)
    setWaiting(true)
  }
  useShortcuts(Object.fromEntries(selectionKeys.map((id) => [id, () => wait(id)])))
  return waiting && <span hidden data-takes-keys />
}

interface PanelProps extends BulkPanelProps {
  readonly takeEarly: () => ShortcutId | undefined
}

/** At once where it has been fetched: React waits even for what is there already, and the next key belongs to the panel. */
function Panel({ takeEarly, ...props }: PanelProps) {
  const [BulkPanel] = useState(() => fetchedChanges()?.BulkPanel ?? LazyPanel)
  useEffect(() => {
    const id = takeEarly()
    if (id) queueMicrotask(() => runShortcut(id))
  })
  return <BulkPanel {...props} />
}
