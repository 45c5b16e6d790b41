'use client'

import { useEffect } from 'react'

/** Loads the page anew after so many milliseconds: nobody stands beside a screen to press a button. */
export function Again({ after }: { readonly after: number }) {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), after)
    return () => clearTimeout(timer)
  }, [after])
  return null
}
