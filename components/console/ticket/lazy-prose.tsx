'use client'

import { lazy, Suspense } from 'react'

const Prose = lazy(async () => ({ default: (await import('@/components/ui/prose')).Prose }))

/** Markdown in the browser, drawn by the server's renderer, which is fetched when it is first needed. */
export function LazyProse({ children }: { readonly children: string }) {
  return (
    <Suspense fallback={<div className="wrap-anywhere whitespace-pre-line">{children}</div>}>
      <Prose>{children}</Prose>
    </Suspense>
  )
}
