'use client'

import ArrowLeft from 'lucide-react/icons/arrow-left'
import { type MouseEvent, useEffect } from 'react'
import { Link } from '@/components/ui/link'
import { opensHere } from '@/components/ui/opens-here'
import { trail } from '../beside/list'
import { useGoing } from '../beside/use-going'
import { customerHref, customersPath } from '../customers/places'
import { withKey } from '../keys'
import { allOpenHref } from '../queue/address'
import { consoleSections } from '../sections'
import { markVisited, pageBeside } from '../trail'
import { holdShortcuts, useShortcuts } from '../use-shortcuts'

interface BackToListProps {
  readonly refid: string
  /** Whose it is. */
  readonly customer: { readonly uid: string; readonly name: string }
}

/** Leads to where this ticket was opened: the list, filters, page and row included, or another page of the console. */
export function BackToList({ refid, customer }: BackToListProps) {
  const goTo = useGoing()
  const list = () => trail()?.href ?? allOpenHref
  const back = () => {
    holdShortcuts()
    goTo(pageBeside(list(), refid) ?? list())
  }
  useEffect(() => markVisited(refid), [refid])
  useShortcuts({ back })
  const leave = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!opensHere(event)) return
    event.preventDefault()
    back()
  }
  // A page that has just been loaded knows of none before it: the server says the same.
  const page = pageBeside(list(), refid)
  return (
    <Link
      href={page ?? allOpenHref}
      onClick={leave}
      title={withKey(page ? 'Back' : 'Back to the list', 'back')}
      className="inline-flex min-h-6 min-w-0 max-w-18 items-center gap-1 text-fg-muted hover:text-fg sm:max-w-60 pointer-coarse:min-h-11"
    >
      <ArrowLeft aria-hidden="true" className="size-3.5 shrink-0" />
      <span dir="auto" className="min-w-0 truncate">
        {page ? pageName(page, customer) : 'Tickets'}
      </span>
    </Link>
  )
}

function pageName(page: string, customer: BackToListProps['customer']) {
  const [path = ''] = page.split('?')
  if (path === customerHref(customer.uid)) return customer.name
  if (path.startsWith(`${customersPath}/`)) return 'Customer'
  const places = consoleSections('admin').flatMap(({ items }) => items)
  return places.find(({ href }) => path === href || path.startsWith(`${href}/`))?.label ?? 'Back'
}
