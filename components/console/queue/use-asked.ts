'use client'

import { useQueryStates } from 'nuqs'
import type { TransitionStartFunction } from 'react'
import type { QueueSort } from '@/lib/tickets/queue-sorts'
import { queueParsers } from './address'
import type { Asked } from './facets'

export type Ask = (change: Partial<Asked> & Order) => void

interface Order {
  readonly sort?: QueueSort
  readonly dir?: 'asc' | 'desc'
}

/** What the address asks, at once; and a way to ask something else, which begins at the first page again. */
export function useAsked(startTransition: TransitionStartFunction) {
  const [state, set] = useQueryStates(queueParsers, { shallow: false, history: 'push', startTransition })
  const asked: Asked = {
    status: state.status ?? [],
    priority: state.priority ?? [],
    category: state.category ?? [],
    assignee: state.assignee ?? undefined,
    team: state.team ?? [],
    tag: state.tag ?? [],
    organization: state.organization ?? [],
    needs: state.needs ?? undefined,
    sla: state.sla ?? undefined,
    q: state.q ?? undefined,
  }
  const ask: Ask = (change) => {
    const written = Object.entries(change).map(([key, value]) => [key, isNothing(value) ? null : value])
    void set({ ...Object.fromEntries(written), after: null, before: null })
  }
  return { asked, ask }
}

const isNothing = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
