'use client'

import { watchCovered } from './covered'
import { latest } from './timeline-anchor'

/** Tells whether the newest entry of the timeline begins on the screen and somebody looks at it, whenever that may have changed. */
export function watchLatest(tell: (inSight: boolean) => void) {
  const entry = document.getElementById(latest)
  const beginning = entry?.querySelector('header') ?? entry
  if (!beginning) return () => {}
  let watching: IntersectionObserver | undefined
  let covered = 0
  const look = () => {
    watching?.disconnect()
    watching = new IntersectionObserver(
      (changes) => tell(changes.at(-1)?.isIntersecting === true && document.visibilityState === 'visible'),
      { rootMargin: `0px 0px -${covered}px 0px` },
    )
    watching.observe(beginning)
  }
  // What is behind the field that one writes in is not seen.
  const ignore = watchCovered((pixels) => {
    covered = pixels
    look()
  })
  document.addEventListener('visibilitychange', look)
  return () => {
    watching?.disconnect()
    ignore()
    document.removeEventListener('visibilitychange', look)
  }
}
