import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import { tagsPath } from './tag-places'

/** All tags, or those that can be deleted. */
export function TagFilter({ unused }: { readonly unused: boolean }) {
  return (
    <nav aria-label="Which tags" className="flex gap-1">
      <Way href={tagsPath} current={!unused}>
        All
      </Way>
      <Way href={`${tagsPath}?show=unused`} current={unused}>
        Unused
      </Way>
    </nav>
  )
}

interface WayProps {
  readonly href: string
  readonly current: boolean
  readonly children: string
}

function Way({ href, current, children }: WayProps) {
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className={clsx(
        'inline-flex h-7 items-center rounded-control px-2.5 text-fg-muted hover:bg-hover hover:text-fg pointer-coarse:h-11',
        'aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-fg',
      )}
    >
      {children}
    </Link>
  )
}
