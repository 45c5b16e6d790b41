'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'
import { currentRun, watchCurrentRun } from './current'
import { fetchChanges } from './fetch-changes'
import type { BulkPanelProps } from './panel'
import { sizeOf } from './selection'

const BulkPanel = lazy(async () => ({ default: (await fetchChanges()).BulkPanel }))

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
          <BulkPanel {...props} run={run} />
        </Suspense>
      )}
    </>
  )
}
