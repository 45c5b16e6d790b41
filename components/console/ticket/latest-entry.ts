'use client'

import { latest } from './timeline-anchor'

/** Calls back as soon as the newest entry of the timeline begins on the screen, and somebody looks at it. */
export function whenLatestIsSeen(seen: () => void) {
  const entry = document.getElementById(latest)
  const beginning = entry?.querySelector('header') ?? entry
  if (!beginning) return () => {}
  const watching = new IntersectionObserver(
    (all) => {
      if (all.some(({ isIntersecting }) => isIntersecting) && document.visibilityState === 'visible') seen()
    },
    { rootMargin: `0px 0px -${covered()}px 0px` },
  )
  const look = () => {
    watching.unobserve(beginning)
    watching.observe(beginning)
  }
  look()
  document.addEventListener('visibilitychange', look)
  return () => {
    watching.disconnect()
    document.removeEventListener('visibilitychange', look)
  }
}

/** What is behind the field that one writes in is not seen, where that lies above the timeline. */
function covered() {
  const box = document.querySelector('[data-composer]')?.parentElement
  return box && getComputedStyle(box).position === 'sticky' ? box.offsetHeight : 0
}
