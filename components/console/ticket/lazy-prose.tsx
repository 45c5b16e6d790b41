'use client'

import { lazy, Suspense } from 'react'
import type { Hand } from '@/components/ui/markdown'

const Prose = lazy(async () => ({ default: (await import('@/components/ui/prose')).Prose }))

interface LazyProseProps {
  readonly children: string
  readonly hand?: Hand
}

/** Markdown in the browser, drawn by the server's renderer, which is fetched when it is first needed. */
export function LazyProse({ children, hand }: LazyProseProps) {
  return (
    <Suspense fallback={<div className="wrap-anywhere whitespace-pre-line">{children}</div>}>
      <Prose hand={hand}>{children}</Prose>
    </Suspense>
  )
}
