'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { focusPage } from './focus'
import { opensHere } from './opens-here'
import { mayLeave } from './unsaved'

/** Milliseconds. */
const patience = 3_000

/**
 * Follows every `Link` of the page, and shows that it does where that takes a while. On the page that comes the focus goes on,
 * unless that has placed it itself.
 */
export function LinkFollower() {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const since = useRef(0)
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLElement>('a[data-follow]')
      if (!link || link.hasAttribute('target') || !opensHere(event)) return
      // Whoever presses again waits for something that hangs: the browser goes there by itself.
      if (since.current && performance.now() - since.current > patience) return
      event.preventDefault()
      // A link within a form, as to cancel it, says so itself.
      if (!link.closest('form') && !mayLeave()) return
      const { dataset } = link
      since.current ||= performance.now()
      startTransition(() =>
        router.push(link.getAttribute('href') ?? '', { scroll: dataset.follow === 'top' }),
      )
    }
    // The window hears of a press last: who does something else about it has prevented this.
    window.addEventListener('click', follow)
    return () => window.removeEventListener('click', follow)
  }, [router])
  useEffect(() => {
    if (!pending) since.current = 0
  }, [pending])
  const path = usePathname()
  const left = useRef(path)
  useEffect(() => {
    if (left.current !== path && !document.activeElement?.closest('main, [role$="dialog"]')) focusPage()
    left.current = path
  }, [path])
  return pending && <div aria-hidden="true" className="under-way" />
}
