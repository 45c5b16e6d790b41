'use client'

import { createContext, type ReactNode, useContext, useOptimistic } from 'react'
import { PriorityLabel } from '@/components/ui/priority-glyph'
import { StatusBadge } from '@/components/ui/status-badge'
import { priorities, statuses } from '@/lib/tickets/ticket'
import type { FieldValues, TicketField } from './field-values'

interface Showing {
  readonly shown: FieldValues
  /** To be called while the change is on its way, inside of its action. */
  readonly show: (field: TicketField, value: string) => void
}

const Inside = createContext<Showing | undefined>(undefined)

/**
 * The fields of a ticket as whoever changes them sees them: as they will be while the change is on its way, and as they were
 * if it is refused. The next change begins with what is shown: it comes after the one that is on its way.
 */
export function Shown({ of, children }: { readonly of: FieldValues; readonly children: ReactNode }) {
  const [shown, change] = useOptimistic(of, (values, made: Partial<FieldValues>) => ({ ...values, ...made }))
  return <Inside value={{ shown, show: (field, value) => change({ [field]: value }) }}>{children}</Inside>
}

export function useShown(): Showing {
  const showing = useContext(Inside)
  if (!showing) throw new Error('A field of a ticket is shown outside of <Shown>')
  return showing
}

export function ShownStatus() {
  const { shown } = useShown()
  const status = statuses.find((one) => one === shown.status)
  return status && <StatusBadge status={status} />
}

export function ShownPriority() {
  const { shown } = useShown()
  const priority = priorities.find((one) => one === shown.priority)
  return priority && <PriorityLabel priority={priority} />
}
