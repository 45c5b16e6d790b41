'use client'

import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useTransition } from 'react'
import type { AskedAbout } from './facets'
import { FilterBar, type FilterBarProps } from './filter-bar'
import { useScope } from './use-scope'

interface ReportBodyProps extends Omit<FilterBarProps, 'scope'> {
  /** Which tickets the numbers are of. */
  readonly about: AskedAbout
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

function Body({ about, children, ...bar }: ReportBodyProps) {
  const transition = useTransition()
  const scope = useScope(about, transition)
  const [pending] = transition
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
