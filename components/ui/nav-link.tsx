'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { MouseEvent } from 'react'
import { closeDrawer } from './drawer'
import { Link, type LinkProps } from './link'

type Match = 'exact' | 'below' | 'query'

interface NavLinkProps extends Omit<LinkProps, 'href'> {
  readonly href: string
  /**
   * `below` is current on the pages under its address too; `exact` (with its query, if it has one) only on its own;
   * `query` only where the address asks the same and nothing more, in whatever order and on whatever page.
   */
  readonly match?: Match
}

/** A link that knows when its page is shown (`aria-current`), and closes the drawer it sits in. */
export function NavLink({ href, match = 'exact', onClick, ...rest }: NavLinkProps) {
  const current = useCurrent(href, match)
  const leave = (event: MouseEvent<HTMLAnchorElement>) => {
    closeDrawer(event.currentTarget)
    onClick?.(event)
  }
  return <Link {...rest} href={href} onClick={leave} aria-current={current ? 'page' : undefined} />
}

const useCurrent = (href: string, match: Match) => {
  const pathname = usePathname()
  const query = useSearchParams()
  const [path = '', wanted = ''] = href.split('?')
  if (match === 'below') return pathname === path || pathname.startsWith(`${path}/`)
  if (match === 'query') return pathname === path && asked(query) === asked(new URLSearchParams(wanted))
  return (
    pathname === path && [...new URLSearchParams(wanted)].every(([key, value]) => query.get(key) === value)
  )
}

const ordering = new Set(['sort', 'dir', 'after', 'before'])

const asked = (query: Iterable<[string, string]>) =>
  JSON.stringify([...query].filter(([key]) => !ordering.has(key)).sort())
