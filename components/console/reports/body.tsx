'use client'

import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useTransition } from 'react'
import { FilterBar, type FilterBarProps } from './filter-bar'
import { useScope } from './use-scope'

interface ReportBodyProps extends Omit<FilterBarProps, 'scope'> {
  readonly children: ReactNode
}

/** The filters of a report and its numbers, which are dimmed while others are on their way. */
export function ReportBody(props: ReportBodyProps) {
  return (
    <NuqsAdapter>
      <Body {...props} />
    </NuqsAdapter>
  )
}

function Body({ children, ...bar }: ReportBodyProps) {
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
