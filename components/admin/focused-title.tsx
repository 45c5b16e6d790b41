'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of a question that has just been asked: it takes the focus, so that it is read, and seen. */
export function FocusedTitle({ children }: { readonly children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus()
    title.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <h3 ref={title} tabIndex={-1} className="wrap-anywhere font-semibold text-message">
      {children}
    </h3>
  )
}
