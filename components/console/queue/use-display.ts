'use client'

import { useRouter } from 'next/navigation'
import { type TransitionStartFunction, useOptimistic } from 'react'
import { type QueueColumn, sameColumns, usualColumns, writeColumns } from '@/lib/tickets/queue-columns'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { queueHref } from './address'
import type { Display } from './display-panel'
import { keep } from './keep'
import { columnsCookie } from './kept'

interface Given {
  readonly shown: readonly QueueColumn[]
  readonly filter: QueueFilter
  readonly csv: string | null
}

/**
 * Which columns the queue has: kept in this browser, or for a saved view in its address; shown at once. What a new column
 * shows comes from the server.
 */
export function useDisplay(given: Given, startTransition: TransitionStartFunction): Display {
  const router = useRouter()
  const [shown, show] = useOptimistic(given.shown)
  return {
    csv: given.csv,
    shown,
    onShow: (wanted) => {
      const { filter } = given
      if (!filter.view) keep(columnsCookie, sameColumns(wanted, usualColumns) ? null : writeColumns(wanted))
      startTransition(() => {
        show(wanted)
        if (filter.view)
          router.push(queueHref({ ...filter, columns: writeColumns(wanted) }), { scroll: false })
        else router.refresh()
      })
    },
  }
}
