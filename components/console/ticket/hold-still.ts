'use client'

/** Keeps the field that somebody writes in where it is on the screen while the timeline above it grows. */
export function holdStill() {
  const timeline = document.querySelector('[data-timeline]')
  const composer = document.querySelector('[data-composer]')
  if (!timeline || !composer) return
  const topOf = () => composer.getBoundingClientRect().top
  let top = topOf()
  const remember = () => {
    top = topOf()
  }
  const grown = new ResizeObserver(() => {
    if (composer.contains(document.activeElement)) window.scrollBy(0, topOf() - top)
    remember()
  })
  grown.observe(timeline)
  window.addEventListener('scroll', remember, { passive: true })
  return () => {
    grown.disconnect()
    window.removeEventListener('scroll', remember)
  }
}
