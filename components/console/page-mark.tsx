'use client'

import { useParams, usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { markPage } from './trail'

/** Keeps from which page one came to a ticket: it may be another one than that of the list. */
export function PageMark() {
  const path = usePathname()
  const isTicket = useParams().refid !== undefined
  useEffect(() => {
    if (path && !isTicket) markPage(path)
  }, [path, isTicket])
  return null
}
