'use client'

import { type ReactNode, useTransition } from 'react'
import type { Period } from '@/lib/analytics/period'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { FilterBar } from './filter-bar'
import { useScope } from './use-scope'

interface ReportBodyProps {
  readonly period: Period
  readonly problem: string | null
  readonly names: QueueChoices
  readonly children: ReactNode
}

/** The filters of a report and its numbers, which are dimmed while others are on their way. */
export function ReportBody({ children, ...bar }: ReportBodyProps) {
  const [pending, startTransition] = useTransition()
  const scope = useScope(startTransition)
  return (
    <>
      <FilterBar scope={scope} {...bar} />
      <div
        aria-busy={pending || undefined}
        className="flex flex-1 flex-col transition-opacity duration-calm aria-busy:opacity-60"
      >
        {children}
      </div>
    </>
  )
}
