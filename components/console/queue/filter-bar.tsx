'use client'

import ArrowDownWideNarrow from 'lucide-react/icons/arrow-down-wide-narrow'
import Rows3 from 'lucide-react/icons/rows-3'
import Rows4 from 'lucide-react/icons/rows-4'
import { Chip } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Menu, MenuChoice } from '@/components/ui/menu'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { together, useChoices } from './choices'
import { type Density, densityCookie } from './density'
import { FacetMenus } from './facet-menus'
import { type Asked, type Facet, facetsOf, nothingAsked } from './facets'
import { isOrder, orders } from './orders'
import { SearchField } from './search-field'
import type { Ask } from './use-asked'

interface FilterBarProps {
  readonly asked: Asked
  readonly ask: Ask
  readonly order: Pick<QueueFilter, 'sort' | 'dir'>
  /** Of what is asked, where only the database knows them. */
  readonly names: QueueChoices
  readonly density: Density
  readonly onDensity: (density: Density) => void
}

export function FilterBar({ asked, ask, order, names, density, onDensity }: FilterBarProps) {
  const { choices } = useChoices()
  const facets = facetsOf(asked, together(names, choices))
  return (
    <div className="flex flex-col gap-2 border-b px-4 py-3 lg:px-6">
      <div className="flex flex-col gap-2 lg:flex-row lg:flex-wrap lg:items-center">
        <SearchField words={asked.q} onSearch={(q) => ask({ q })} />
        <div className="noscript:hidden -mx-4 flex min-w-0 flex-1 items-center gap-1.5 overflow-x-auto px-4 py-0.5 md:mx-0 md:flex-wrap md:overflow-visible md:px-0">
          <FacetMenus asked={asked} ask={ask} />
          <span className="flex-1" />
          <OrderMenu order={order} ask={ask} />
          <DensityButton density={density} onDensity={onDensity} />
        </div>
      </div>
      {facets.length > 0 && <Chips facets={facets} ask={ask} />}
    </div>
  )
}

function Chips({ facets, ask }: { readonly facets: readonly Facet[]; readonly ask: Ask }) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
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
    </div>
  )
}

function OrderMenu({ order, ask }: Pick<FilterBarProps, 'order' | 'ask'>) {
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size={28}>
          <ArrowDownWideNarrow aria-hidden="true" className="size-3.5" />
          Order
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

function DensityButton({ density, onDensity }: Pick<FilterBarProps, 'density' | 'onDensity'>) {
  const compact = density === 'compact'
  const Icon = compact ? Rows4 : Rows3
  const change = () => {
    const wanted = compact ? 'comfortable' : 'compact'
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
    document.cookie = `${densityCookie}=${wanted}; path=/; max-age=31536000; samesite=lax`
    onDensity(wanted)
  }
  return (
    <Button
      variant="quiet"
      size={28}
      square
      aria-label="Compact rows"
      title="Compact rows"
      aria-pressed={compact}
      onClick={change}
      className="aria-pressed:bg-hover max-md:hidden pointer-coarse:hidden"
    >
      <Icon aria-hidden="true" className="size-4" />
    </Button>
  )
}
