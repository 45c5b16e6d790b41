import { useRef } from 'react'

/**
 * Moves the focus with a list that opens and closes. Base UI does it some frames later: what is typed until then would be
 * lost, or open the list again that has just been closed.
 */
export function usePickerFocus() {
  const button = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  return {
    button,
    popup,
    search,
    /** For `initialFocus`. After a touch it stays on the list: no keyboard comes up that nobody asked for. */
    enter: (openedBy: string) => {
      if (openedBy === 'touch') return popup.current
      search.current?.focus({ preventScroll: true })
      return search.current
    },
    /** Unless what was chosen has taken the focus elsewhere. */
    leave: (closedBy: Event) => {
      if (document.activeElement !== search.current) return
      button.current?.focus({ preventScroll: true })
      // The key has closed the list; it must not press the button, too.
      if (closedBy.type === 'keydown') closedBy.preventDefault()
    },
  }
}

export type PickerFocus = ReturnType<typeof usePickerFocus>
