import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { LinkButton } from './link-button'

interface PagerProps {
  /** The list's address, with what is asked but not the place. */
  readonly href: string
  /** The names at which the neighbouring pages begin. */
  readonly next: string | null
  readonly previous: string | null
}

/** To the neighbouring pages. Nothing where everything is on one page. */
export function Pager({ href, next, previous }: PagerProps) {
  if (!next && !previous) return null
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2">
      {previous && (
        <LinkButton size={28} rel="prev" href={placed(href, 'before', previous)}>
          <ChevronLeft aria-hidden="true" className="size-3.5" />
          Previous
        </LinkButton>
      )}
      {next && (
        <LinkButton size={28} rel="next" href={placed(href, 'after', next)}>
          Next
          <ChevronRight aria-hidden="true" className="size-3.5" />
        </LinkButton>
      )}
    </nav>
  )
}

const placed = (href: string, side: 'after' | 'before', name: string) =>
  `${href}${href.includes('?') ? '&' : '?'}${side}=${encodeURIComponent(name)}`
