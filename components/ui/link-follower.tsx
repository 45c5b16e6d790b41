'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { opensHere } from './opens-here'

/** Follows every `Link` of the page. */
export function LinkFollower() {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLElement>('a[data-follow]')
      if (!link || link.hasAttribute('target') || !opensHere(event)) return
      event.preventDefault()
      router.push(link.getAttribute('href') ?? '', { scroll: link.dataset.follow === 'top' })
    }
    // The window hears of a press last: who does something else about it has prevented this.
    window.addEventListener('click', follow)
    return () => window.removeEventListener('click', follow)
  }, [router])
  return null
}
