'use client'

import { useQueryStates } from 'nuqs'
import type { TransitionStartFunction } from 'react'
import type { OpenView } from '@/lib/tickets/queue-filter'
import type { QueueSort } from '@/lib/tickets/queue-sorts'
import { type Asked, askedKeys } from '@/lib/tickets/views'
import { orderSaid, queueParsers, said } from './address'

export type Ask = (change: Partial<Asked> & Order) => void

interface Order {
  readonly sort?: QueueSort
  readonly dir?: 'asc' | 'desc'
}

/**
 * What the address asks, at once, within the view that is open; and a way to ask something else, which begins at the first
 * page again.
 */
export function useAsked(view: OpenView | undefined, startTransition: TransitionStartFunction) {
  const [state, set] = useQueryStates(queueParsers, { shallow: false, history: 'push', startTransition })
  const begun = view?.filter
  const asked: Asked = {
    status: state.status ?? begun?.status ?? [],
    priority: state.priority ?? begun?.priority ?? [],
    channel: state.channel ?? begun?.channel ?? [],
    category: state.category ?? begun?.category ?? [],
    assignee: (state.assignee ?? begun?.assignee) || undefined,
    team: state.team ?? begun?.team ?? [],
    tag: state.tag ?? begun?.tag ?? [],
    organization: state.organization ?? begun?.organization ?? [],
    needs: (state.needs ?? begun?.needs) || undefined,
    sla: (state.sla ?? begun?.sla) || undefined,
    spam: (state.spam ?? begun?.spam) || undefined,
    behind: (state.behind ?? begun?.behind) || undefined,
    q: (state.q ?? begun?.q) || undefined,
  }
  const ask: Ask = (change) => {
    const words = askedKeys
      .filter((key) => key in change)
      .map((key) => [key, said(change[key], begun?.[key])])
    const order = change.sort && orderSaid(change, view)
    void set({ ...Object.fromEntries(words), ...order, after: null, before: null })
  }
  /** The columns to show in place of the view's; null: those. */
  const showColumns = (columns: string | null) => void set({ columns })
  return { asked, ask, showColumns }
}
