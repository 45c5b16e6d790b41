'use client'

import { useParams, usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { newTicketPath } from './queue/address'
import { markPage, markTicket } from './trail'

/** Keeps from which page one came to a ticket: it may be another one than that of the list. */
export function PageMark() {
  const path = usePathname()
  const asked = useSearchParams().toString()
  const { refid } = useParams()
  useEffect(() => {
    if (typeof refid === 'string') markTicket(refid)
    // Whoever files a ticket on the way goes back to where they were.
    else if (path && path !== newTicketPath) markPage(asked ? `${path}?${asked}` : path)
  }, [path, asked, refid])
  return null
}
