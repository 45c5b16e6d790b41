import type { MouseEvent } from 'react'
import { Glyph } from '@/components/ui/glyph'
import { LinkButton } from '@/components/ui/link-button'
import { opensHere } from '@/components/ui/opens-here'
import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { queueHref } from './address'

interface PagerProps {
  readonly filter: QueueFilter
  readonly next: string | null
  readonly previous: string | null
  /** Runs when one leaves for another page in this window. */
  readonly onLeaf: () => void
}

/** To the neighbouring pages, with all filters kept. Nothing where everything is on one page. */
export function Pager({ filter, next, previous, onLeaf }: PagerProps) {
  if (!next && !previous) return null
  const { after: _, before: __, ...kept } = filter
  const leaf = (event: MouseEvent) => {
    if (opensHere(event)) onLeaf()
  }
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2 px-4 py-3 lg:px-6">
      {previous && (
        <LinkButton size={28} rel="prev" href={queueHref({ ...kept, before: previous })} onClick={leaf}>
          <Glyph name="chevron-left" />
          Previous
        </LinkButton>
      )}
      {next && (
        <LinkButton size={28} rel="next" href={queueHref({ ...kept, after: next })} onClick={leaf}>
          Next
          <Glyph name="chevron-right" />
        </LinkButton>
      )}
    </nav>
  )
}
