'use client'

import { useEffect } from 'react'

/** Closes a popover of the browser's own when the keyboard leaves it: it would lie over what has the focus. */
export function CloseWhenLeft({ popover }: { readonly popover: string }) {
  useEffect(() => {
    const panel = document.getElementById(popover)
    const left = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !panel?.contains(relatedTarget)) panel?.hidePopover()
    }
    panel?.addEventListener('focusout', left)
    return () => panel?.removeEventListener('focusout', left)
  }, [popover])
  return null
}
