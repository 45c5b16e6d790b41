'use client'

/** Pixels of the timeline that lie behind what stays in sight: its start behind the header, its end behind the composer. */
export interface Covered {
  readonly start: number
  readonly end: number
}

const sticks = (element: HTMLElement) => getComputedStyle(element).position === 'sticky'

/** Whether the header of the ticket stays in sight. */
export function headerStays() {
  const header = document.querySelector<HTMLElement>('[data-ticket-header]')
  return header !== null && sticks(header)
}

/** Tells how much is covered, whenever that may have changed. */
export function watchCovered(tell: (covered: Covered) => void) {
  const header = document.querySelector<HTMLElement>('[data-ticket-header]')
  const composer = document.querySelector('[data-composer]')?.parentElement
  const look = () =>
    tell({
      // Its first line leaves.
      start:
        header && sticks(header) ? header.offsetHeight + Number.parseFloat(getComputedStyle(header).top) : 0,
      end: composer && sticks(composer) ? composer.offsetHeight : 0,
    })
  look()
  // They grow with what is in them, and begin or cease to stick with the window.
  const resized = new ResizeObserver(look)
  if (header) resized.observe(header)
  if (composer) resized.observe(composer)
  window.addEventListener('resize', look)
  return () => {
    resized.disconnect()
    window.removeEventListener('resize', look)
  }
}
