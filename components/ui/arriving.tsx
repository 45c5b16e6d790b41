'use client'

import { type ReactNode, Suspense, useEffect, useState } from 'react'

let awake = false

interface ArrivingProps {
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/**
 * Shows a skeleton while the page of a followed link is on its way. A page that is loaded afresh comes whole instead: a
 * `loading.tsx` would stay there for ever without JavaScript, and answer 200 for what is not found.
 */
export function Arriving({ fallback, children }: ArrivingProps) {
  // Decided once for as long as the page is shown: another structure would empty its forms.
  const [followed] = useState(awake)
  useEffect(() => {
    awake = true
  }, [])
  return followed ? <Suspense fallback={fallback}>{children}</Suspense> : children
}
