'use client'

import { useEffect, useRef } from 'react'
import { focusPage } from '@/components/ui/focus'

/** Whoever turns the pages of a list reads on from its top: the button is not where it was, or there is none any more. */
export function PageTurned({ page }: { readonly page: number }) {
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current !== page) focusPage()
    shown.current = page
  }, [page])
  return null
}
