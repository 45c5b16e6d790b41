'use client'

import ArrowLeft from 'lucide-react/icons/arrow-left'
import { type MouseEvent, useEffect } from 'react'
import { Link } from '@/components/ui/link'
import { opensHere } from '@/components/ui/opens-here'
import { trail } from '../beside/list'
import { useGoing } from '../beside/use-going'
import { withKey } from '../keys'
import { allOpenHref } from '../queue/address'
import { markVisited } from '../trail'
import { holdShortcuts, useShortcuts } from '../use-shortcuts'

/** Leads to the list this ticket was opened from, filters, page and row included. */
export function BackToList({ refid }: { readonly refid: string }) {
  const goTo = useGoing()
  const back = () => {
    holdShortcuts()
    goTo(trail()?.href ?? allOpenHref)
  }
  useEffect(() => markVisited(refid), [refid])
  useShortcuts({ back })
  const leave = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!opensHere(event)) return
    event.preventDefault()
    back()
  }
  return (
    <Link
      href={allOpenHref}
      onClick={leave}
      title={withKey('Back to the list', 'back')}
      className="inline-flex min-h-6 items-center gap-1 text-fg-muted hover:text-fg pointer-coarse:min-h-11"
    >
      <ArrowLeft aria-hidden="true" className="size-3.5" />
      Tickets
    </Link>
  )
}
