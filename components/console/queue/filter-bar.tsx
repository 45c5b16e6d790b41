'use client'

import type { ReactNode } from 'react'
import { OnDemand } from '@/components/ui/on-demand'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { liveStatuses } from '@/lib/tickets/ticket'
import { together, useChoices } from './choices'
import type { Display } from './display-panel'
import { FacetButtons } from './facet-buttons'
import { facetsOf, nothingAsked } from './facets'
import { FilterChips } from './filter-chips'
import { ListButtons } from './list-buttons'
import { SearchField } from './search-field'
import type { Ask } from './use-asked'

interface FilterBarProps {
  readonly asked: QueueFilter
  readonly ask: Ask
  /** Of what is asked, where only the database knows them. */
  readonly names: QueueChoices
  readonly display: Display
  /** Tickets of every status are in it. */
  readonly everywhere: boolean
  readonly inView: boolean
  /** Saves what is asked as a view. */
  readonly saving: ReactNode
}

export function FilterBar({ asked, ask, names, display, everywhere, inView, saving }: FilterBarProps) {
  const { choices } = useChoices()
  // Words look everywhere, unless it is said where.
  const widened = everywhere && asked.q && asked.status.length === 0 && !asked.spam && !asked.behind
  const facets = facetsOf(asked, together(names, choices)).concat(
    widened ? { key: 'status', words: 'Also resolved and closed' } : [],
  )
  const plain = facets.length === 0 && !inView
  return (
    <div className="flex flex-col gap-2 border-b px-4 py-3 lg:px-6">
      <div className="flex items-center gap-1.5">
        <SearchField words={asked.q} onSearch={(q) => ask({ q })} />
        <span className="noscript:hidden ms-auto flex shrink-0 gap-1">
          <OnDemand load={listMenus} props={{ order: asked, ask, display }}>
            <ListButtons />
          </OnDemand>
        </span>
      </div>
      <div data-chips className="contents">
        <div className="noscript:hidden -mx-4 flex min-w-0 items-center gap-1.5 overflow-x-auto px-4 py-1 md:mx-0 md:flex-wrap md:overflow-visible md:px-0">
          <OnDemand load={facetMenus} props={{ asked, ask }}>
            <FacetButtons asked={asked} />
          </OnDemand>
          {plain && saving}
        </div>
        {!plain && (
          <div className="flex flex-wrap items-center gap-1.5 empty:hidden">
            {facets.length > 0 && (
              <FilterChips
                facets={facets}
                onRemove={(key) =>
                  ask(key === 'status' && widened ? { status: liveStatuses } : { [key]: nothingAsked[key] })
                }
                onClear={() => ask(nothingAsked)}
              />
            )}
            {saving}
          </div>
        )}
      </div>
    </div>
  )
}

const facetMenus = async () => (await import('./facet-menus')).FacetMenus
const listMenus = async () => (await import('./list-menus')).ListMenus
