'use client'

import PanelLeft from 'lucide-react/icons/panel-left'
import { Button } from '@/components/ui/button'
import { listId } from './list-pane'
import { usePanes } from './panes'

/** Shows and hides the list beside the ticket, where there is room for it. */
export function ListToggle() {
  const { listShown, showList } = usePanes()
  const words = listShown ? 'Hide the list' : 'Show the list'
  return (
    <Button
      variant="quiet"
      size={28}
      square
      aria-label={words}
      title={words}
      aria-expanded={listShown}
      aria-controls={listId}
      onClick={() => showList(!listShown)}
      className="noscript:hidden! -ms-2 hidden panes:inline-flex print:hidden"
    >
      <PanelLeft aria-hidden="true" className="size-4" />
    </Button>
  )
}
