'use client'

import { type ComponentType, lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { currentRun, watchCurrentRun } from './current'
import type { BulkPanelProps } from './panel'
import { sizeOf } from './selection'

// Most visits to a queue select nothing: it is fetched when somebody does.
let fetched: ComponentType<BulkPanelProps> | undefined
const load = async () => {
  fetched = (await import('./panel')).BulkPanel
  return { default: fetched }
}
const LazyPanel = lazy(load)

/** Whoever walks through the rows is about to need it. */
export const fetchBulkPanel = () => void load().catch(() => {})

/** The panel for many tickets, where there is something for it to show; and what is selected, for who cannot see it. */
export function LazyBulkPanel(props: Omit<BulkPanelProps, 'run'>) {
  const run = useSyncExternalStore(watchCurrentRun, currentRun, () => null)
  const count = sizeOf(props.selecting.selection)
  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 && `${count.toLocaleString('en')} selected`}
      </p>
      {(count > 0 || run) && (
        <Suspense fallback={props.selecting.choosing && <span hidden data-takes-keys />}>
          <Panel {...props} run={run} />
        </Suspense>
      )}
    </>
  )
}

/** At once where it has been fetched: React waits even for what is there already, and the next key belongs to the panel. */
function Panel(props: BulkPanelProps) {
  const [BulkPanel] = useState(() => fetched ?? LazyPanel)
  return <BulkPanel {...props} />
}
