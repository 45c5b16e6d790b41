'use client'

import ArrowDownWideNarrow from 'lucide-react/icons/arrow-down-wide-narrow'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { lazy, type ReactNode, Suspense } from 'react'
import { Chip } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Menu, MenuChoice } from '@/components/ui/menu'
import { Popover } from '@/components/ui/popover'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import type { Asked } from '@/lib/tickets/views'
import { together, useChoices } from './choices'
import type { Display } from './display-panel'
import { FacetMenus } from './facet-menus'
import { type Facet, facetsOf, nothingAsked } from './facets'
import { isOrder, orders } from './orders'
import { SearchField } from './search-field'
import type { Ask } from './use-asked'

interface FilterBarProps {
  readonly asked: Asked
  readonly ask: Ask
  readonly order: Pick<QueueFilter, 'sort' | 'dir'>
  /** Of what is asked, where only the database knows them. */
  readonly names: QueueChoices
  readonly display: Display
  readonly inView: boolean
  /** Saves what is asked as a view. */
  readonly saving: ReactNode
}

export function FilterBar({ asked, ask, order, names, display, inView, saving }: FilterBarProps) {
  const { choices } = useChoices()
  const facets = facetsOf(asked, together(names, choices))
  const plain = facets.length === 0 && !inView
  return (
    <div className="flex flex-col gap-2 border-b px-4 py-3 lg:px-6">
      <div className="flex items-center gap-1.5">
        <SearchField words={asked.q} onSearch={(q) => ask({ q })} />
        <span className="noscript:hidden ms-auto flex shrink-0 gap-1">
          <OrderMenu order={order} ask={ask} />
          <DisplayButton display={display} />
        </span>
      </div>
      <div className="noscript:hidden -mx-4 flex min-w-0 items-center gap-1.5 overflow-x-auto px-4 py-0.5 md:mx-0 md:flex-wrap md:overflow-visible md:px-0">
        <FacetMenus asked={asked} ask={ask} />
        {plain && saving}
      </div>
      {!plain && (
        <div className="flex flex-wrap items-center gap-1.5 empty:hidden">
          {facets.length > 0 && <Chips facets={facets} ask={ask} />}
          {saving}
        </div>
      )}
    </div>
  )
}

function Chips({ facets, ask }: { readonly facets: readonly Facet[]; readonly ask: Ask }) {
  return (
    <>
      {facets.map(({ key, words }) => (
        <Chip
          key={key}
          onRemove={() => ask({ [key]: nothingAsked[key] })}
          removeLabel={`Remove filter ${words}`}
        >
          {words}
        </Chip>
      ))}
      <Button variant="quiet" size={28} onClick={() => ask(nothingAsked)}>
        Clear
      </Button>
    </>
  )
}

function OrderMenu({ order, ask }: Pick<FilterBarProps, 'order' | 'ask'>) {
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size={28}>
          <ArrowDownWideNarrow aria-hidden="true" className="size-3.5" />
          <span className="max-md:sr-only">Order</span>
        </Button>
      }
    >
      {orders.map(({ words, sort, dir }) => (
        <MenuChoice key={sort} checked={isOrder(order, { sort, dir })} onChange={() => ask({ sort, dir })}>
          {words}
        </MenuChoice>
      ))}
    </Menu>
  )
}

// Opened now and then: it is fetched when it is.
const DisplayPanel = lazy(async () => ({ default: (await import('./display-panel')).DisplayPanel }))

function DisplayButton({ display }: { readonly display: Display }) {
  return (
    <Popover
      title="Display"
      trigger={
        <Button variant="quiet" size={28}>
          <SlidersHorizontal aria-hidden="true" className="size-3.5" />
          <span className="max-md:sr-only">Display</span>
        </Button>
      }
    >
      <Suspense>
        <DisplayPanel {...display} />
      </Suspense>
    </Popover>
  )
}
