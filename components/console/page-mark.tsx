'use client'

import { useParams, usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { newTicketPath } from './queue/address'
import { markPage } from './trail'

/** Keeps from which page one came to a ticket: it may be another one than that of the list. */
export function PageMark() {
  const path = usePathname()
  const asked = useSearchParams().toString()
  // Whoever files a ticket on the way goes back to where they were.
  const isOnTheWay = useParams().refid !== undefined || path === newTicketPath
  useEffect(() => {
    if (path && !isOnTheWay) markPage(asked ? `${path}?${asked}` : path)
  }, [path, asked, isOnTheWay])
  return null
}
