'use client'

import { useRouter } from 'next/navigation'
import { type TransitionStartFunction, useOptimistic } from 'react'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { QueueSort } from '@/lib/tickets/queue-sorts'
import type { Asked } from '@/lib/tickets/views'
import { queueHref } from './address'

export type Ask = (change: Partial<Asked> & Order) => void

interface Order {
  readonly sort?: QueueSort
  readonly dir?: 'asc' | 'desc'
}

/**
 * What the queue is asked, at once where it has just been changed; and a way to ask something else, which begins at the first
 * page again.
 */
export function useAsked(filter: QueueFilter, startTransition: TransitionStartFunction) {
  const router = useRouter()
  const [asked, show] = useOptimistic(filter)
  const ask: Ask = (change) => {
    const wanted = { ...asked, ...change, after: undefined, before: undefined }
    startTransition(() => {
      show(wanted)
      router.push(queueHref(wanted), { scroll: false })
    })
  }
  return { asked, ask }
}
