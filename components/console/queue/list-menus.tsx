'use client'

import { Menu, MenuChoice } from '@/components/ui/menu'
import { Popover } from '@/components/ui/popover'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { type Display, DisplayPanel } from './display-panel'
import { DisplayButton, OrderButton } from './list-buttons'
import { isOrder, orders } from './orders'
import type { Ask } from './use-asked'

interface ListMenusProps {
  readonly order: Pick<QueueFilter, 'sort' | 'dir'>
  readonly ask: Ask
  readonly display: Display
}

/** In which order the list is, and how it is drawn. */
export function ListMenus({ order, ask, display }: ListMenusProps) {
  return (
    <>
      <Menu align="end" trigger={<OrderButton />}>
        {orders.map(({ words, sort, dir }) => (
          <MenuChoice key={sort} checked={isOrder(order, { sort, dir })} onChange={() => ask({ sort, dir })}>
            {words}
          </MenuChoice>
        ))}
      </Menu>
      <Popover title="Display" trigger={<DisplayButton />}>
        <DisplayPanel {...display} />
      </Popover>
    </>
  )
}
