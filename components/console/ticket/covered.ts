'use client'

/** Pixels of the timeline that lie behind what stays in sight: its start behind the title, its end behind the composer. */
export interface Covered {
  readonly start: number
  readonly end: number
}

const sticks = (element: HTMLElement) => getComputedStyle(element).position === 'sticky'

const titleOf = () => document.querySelector<HTMLElement>('[data-ticket-title]')

/** Where the title of the ticket ends on the screen; null: it does not stay in sight. */
export function titleEnd() {
  const title = titleOf()
  return title && sticks(title) ? title.getBoundingClientRect().bottom : null
}

/** Tells how much is covered, whenever that may have changed. */
export function watchCovered(tell: (covered: Covered) => void) {
  const title = titleOf()
  const composer = document.querySelector('[data-composer]')?.parentElement
  const look = () =>
    tell({
      start: title && sticks(title) ? title.offsetHeight : 0,
      end: composer && sticks(composer) ? composer.offsetHeight : 0,
    })
  look()
  // They grow with what is in them, and begin or cease to stick with the window.
  const resized = new ResizeObserver(look)
  if (title) resized.observe(title)
  if (composer) resized.observe(composer)
  window.addEventListener('resize', look)
  return () => {
    resized.disconnect()
    window.removeEventListener('resize', look)
  }
}
