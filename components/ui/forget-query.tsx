'use client'

import { useEffect } from 'react'

/** What the address tells this page once is not told again: after a reply, a reload, or on the way back. */
export function ForgetQuery() {
  useEffect(() => window.history.replaceState(null, '', window.location.pathname), [])
  return null
}
