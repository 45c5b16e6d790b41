'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { refreshCounts } from '../counts'
import type { QueueLine } from '../queue/line'
import { RunStrip } from './run-strip'
import { sizeOf } from './selection'
import { SelectionBar } from './selection-bar'
import type { Selecting } from './use-selection'
import { follow, hearEnd, useRun } from './watch'

export interface BulkPanelProps {
  readonly selecting: Selecting
  readonly lines: readonly QueueLine[]
  readonly queue: string
  readonly more: boolean
  /** The name of whoever looks. */
  readonly me: string
  /** The run that is looked after in this browser. */
  readonly run: string | null
}

/** At the foot of a queue: what is selected, and what is being done to what was. */
export function BulkPanel({ selecting, lines, queue, more, me, run: uid }: BulkPanelProps) {
  const router = useRouter()
  const run = useRun()
  useEffect(() => {
    if (uid) follow(uid)
  }, [uid])
  useEffect(
    () =>
      hearEnd(() => {
        router.refresh()
        refreshCounts()
      }),
    [router],
  )
  return (
    <div className="sticky bottom-0 z-10 mt-auto">
      {run && run.uid === uid && <RunStrip run={run} />}
      {sizeOf(selecting.selection) > 0 && (
        <SelectionBar key={queue} selecting={selecting} lines={lines} queue={queue} more={more} me={me} />
      )}
    </div>
  )
}
