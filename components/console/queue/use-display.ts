'use client'

import { useRouter } from 'next/navigation'
import { type TransitionStartFunction, useOptimistic, useState } from 'react'
import { type QueueColumn, sameColumns, usualColumns, writeColumns } from '@/lib/tickets/queue-columns'
import type { Display } from './display-panel'
import { keep } from './keep'
import { columnsCookie, type Density, densityCookie } from './kept'

/** How the queue is drawn: kept in this browser, shown at once; what a new column shows comes from the server. */
export function useDisplay(
  given: { readonly shown: readonly QueueColumn[]; readonly density: Density },
  startTransition: TransitionStartFunction,
): Display {
  const router = useRouter()
  const [density, setDensity] = useState(given.density)
  const [shown, show] = useOptimistic(given.shown)
  return {
    density,
    onDensity: (wanted) => {
      keep(densityCookie, wanted)
      setDensity(wanted)
    },
    shown,
    onShow: (wanted) => {
      keep(columnsCookie, sameColumns(wanted, usualColumns) ? null : writeColumns(wanted))
      startTransition(() => {
        show(wanted)
        router.refresh()
      })
    },
  }
}
