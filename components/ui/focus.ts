/** The page as a whole has the focus: what had it is gone, and nothing else is meant. */
export const focusPage = () => document.getElementById('main')?.focus({ preventScroll: true })

/** The name of what is on the page has the focus: what was pressed goes, and the page stays. */
export const focusTitle = () => document.querySelector<HTMLElement>('h1')?.focus()

/** What letters are typed into, or choose by. */
export const writable =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'

/** Whether somebody has the pen in a field. */
export const isWriting = () => document.activeElement?.matches(writable) ?? false

/** Whether the focus is nowhere, or on the page as a whole. */
export const focusIsFree = () => {
  const { activeElement } = document
  return activeElement === document.body || activeElement?.id === 'main'
}
