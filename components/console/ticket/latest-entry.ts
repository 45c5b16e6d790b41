'use client'

import { latest } from './timeline-anchor'

/** Tells whether the newest entry of the timeline begins on the screen and somebody looks at it, whenever that may have changed. */
export function watchLatest(tell: (inSight: boolean) => void) {
  const entry = document.getElementById(latest)
  const beginning = entry?.querySelector('header') ?? entry
  if (!beginning) return () => {}
  const composer = document.querySelector('[data-composer]')?.parentElement
  let watching: IntersectionObserver | undefined
  const look = () => {
    watching?.disconnect()
    watching = new IntersectionObserver(
      (changes) => tell(changes.at(-1)?.isIntersecting === true && document.visibilityState === 'visible'),
      { rootMargin: `0px 0px -${coveredBy(composer)}px 0px` },
    )
    watching.observe(beginning)
  }
  look()
  // It grows with what is written and with what it has to say, and begins or ceases to stick with the window.
  const resized = new ResizeObserver(look)
  if (composer) resized.observe(composer)
  window.addEventListener('resize', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    watching?.disconnect()
    resized.disconnect()
    window.removeEventListener('resize', look)
    document.removeEventListener('visibilitychange', look)
  }
}

/** What is behind the field that one writes in is not seen, where that lies above the timeline. */
const coveredBy = (composer: HTMLElement | null | undefined) =>
  composer && getComputedStyle(composer).position === 'sticky' ? composer.offsetHeight : 0
