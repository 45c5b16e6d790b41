/**
 * Called by the button of a chip (`data-chip`) that goes with the press: the focus moves on to the next of its group
 * (`data-chips`), or the one before it. After the last, and for a button that takes all away, it moves to what stays: the first
 * button that is no chip's, if nothing else is said.
 */
export function leaveChip(pressed: HTMLElement, stays?: HTMLElement | null) {
  const group = pressed.closest('[data-chips]')
  const chips = [...(group?.querySelectorAll<HTMLElement>('[data-chip]') ?? [])]
  const at = chips.indexOf(pressed)
  const beside = at === -1 ? undefined : (chips[at + 1] ?? chips[at - 1])
  const next = beside ?? stays ?? group?.querySelector<HTMLElement>('button:not([data-chip])')
  next?.focus()
  // A key that is held down would take one after the other.
  const once = (event: KeyboardEvent) => event.repeat && event.preventDefault()
  next?.addEventListener('keydown', once)
  next?.addEventListener('keyup', () => next.removeEventListener('keydown', once), { once: true })
}
