'use client'

import { type Covered, titleEnd, watchCovered } from './covered'
import { latest } from './timeline-anchor'

/**
 * Tells whether the newest entry of the timeline begins on the screen and somebody looks at it, and whether it begins above, whenever
 * that may have changed.
 */
export function watchLatest(tell: (inSight: boolean, above: boolean) => void) {
  const entry = document.getElementById(latest)
  const beginning = entry?.querySelector('header') ?? entry
  if (!beginning) return () => {}
  let watching: IntersectionObserver | undefined
  let covered: Covered = { start: 0, end: 0 }
  const look = () => {
    watching?.disconnect()
    watching = new IntersectionObserver(
      (changes) => {
        const last = changes.at(-1)
        if (!last) return
        tell(
          last.isIntersecting && document.visibilityState === 'visible',
          last.boundingClientRect.bottom < (last.rootBounds?.bottom ?? 0),
        )
      },
      { rootMargin: `-${covered.start}px 0px -${covered.end}px 0px` },
    )
    watching.observe(beginning)
  }
  // What is behind the title or the field that one writes in is not seen.
  const ignore = watchCovered((now) => {
    covered = now
    look()
  })
  document.addEventListener('visibilitychange', look)
  return () => {
    watching?.disconnect()
    ignore()
    document.removeEventListener('visibilitychange', look)
  }
}

/** With the keyboard, too: what leads there may be gone as soon as it is in sight. */
export function goToLatest() {
  const entry = document.getElementById(latest)
  entry?.setAttribute('tabindex', '-1')
  entry?.focus({ preventScroll: true })
  entry?.scrollIntoView({ block: 'start' })
}

/**
 * A ticket that was just opened shows what was said last, where its title stays in sight: unless the browser has brought back the
 * place where somebody was, or somebody is in it already, as at the button that leads through the list. An address that names
 * a place leads there, and not behind the title.
 */
export function openAtLatest() {
  const frame = requestAnimationFrame(() => {
    const end = titleEnd()
    if (end === null) return
    const named = document.getElementById(window.location.hash.slice(1))
    if (named) {
      const { top } = named.getBoundingClientRect()
      if (top >= 0 && top < end) named.scrollIntoView()
      return
    }
    if (window.location.hash || window.scrollY > 0 || isInTicket(document.activeElement)) return
    document.getElementById(latest)?.scrollIntoView({ block: 'nearest' })
  })
  return () => cancelAnimationFrame(frame)
}

function isInTicket(element: Element | null) {
  const ticket = document.getElementById('ticket')
  return element !== null && element !== ticket && Boolean(ticket?.contains(element))
}
