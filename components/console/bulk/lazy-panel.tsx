'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'
import { currentRun, watchCurrentRun } from './current'
import type { BulkPanelProps } from './panel'
import { sizeOf } from './selection'

// Most visits to a queue select nothing: it is fetched when somebody does.
const BulkPanel = lazy(async () => ({ default: (await import('./panel')).BulkPanel }))

/** Whoever walks through the rows is about to need it. */
export const fetchBulkPanel = () => void import('./panel').catch(() => {})

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
