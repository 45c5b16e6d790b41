import type { MouseEvent } from 'react'
import { Glyph } from '@/components/ui/glyph'
import { LinkButton } from '@/components/ui/link-button'
import { opensHere } from '@/components/ui/opens-here'

interface PagerProps {
  /** The addresses of the neighbouring pages; null: there is none. */
  readonly next: string | null
  readonly previous: string | null
  /** Runs when one leaves for another page in this window. */
  readonly onLeaf: () => void
}

/** To the neighbouring pages. Nothing where everything is on one page. */
export function Pager({ next, previous, onLeaf }: PagerProps) {
  if (!next && !previous) return null
  const leaf = (event: MouseEvent) => {
    if (opensHere(event)) onLeaf()
  }
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2 px-4 py-3 lg:px-6">
      {previous && (
        <LinkButton size={28} rel="prev" href={previous} onClick={leaf}>
          <Glyph name="chevron-left" />
          Previous
        </LinkButton>
      )}
      {next && (
        <LinkButton size={28} rel="next" href={next} onClick={leaf}>
          Next
          <Glyph name="chevron-right" />
        </LinkButton>
      )}
    </nav>
  )
}
