'use client'

/** Tells how many pixels of the timeline's end the composer lies over, whenever that may have changed. */
export function watchCovered(tell: (pixels: number) => void) {
  const composer = document.querySelector('[data-composer]')?.parentElement
  const look = () =>
    tell(composer && getComputedStyle(composer).position === 'sticky' ? composer.offsetHeight : 0)
  look()
  // It grows with what is written and with what it has to say, and begins or ceases to stick with the window.
  const resized = new ResizeObserver(look)
  if (composer) resized.observe(composer)
  window.addEventListener('resize', look)
  return () => {
    resized.disconnect()
    window.removeEventListener('resize', look)
  }
}
