'use client'

import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { currentRun, watchCurrentRun } from './current'
import { fetchChanges, fetchedChanges } from './fetch-changes'
import type { BulkPanelProps } from './panel'
import { sizeOf } from './selection'

const LazyPanel = lazy(async () => ({ default: (await fetchChanges()).BulkPanel }))

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
  const [BulkPanel] = useState(() => fetchedChanges()?.BulkPanel ?? LazyPanel)
  return <BulkPanel {...props} />
}
