'use client'

import { useEffect } from 'react'

/**
 * Closes a popover of the browser's own when the keyboard leaves it: it would lie over what has the focus. Its own button closes it by
 * itself.
 */
export function CloseWhenLeft({ popover }: { readonly popover: string }) {
  useEffect(() => {
    const panel = document.getElementById(popover)
    const left = ({ relatedTarget: next }: FocusEvent) => {
      if (!(next instanceof Element) || panel?.contains(next)) return
      if (!next.matches(`[popovertarget="${popover}"]`)) panel?.hidePopover()
    }
    panel?.addEventListener('focusout', left)
    return () => panel?.removeEventListener('focusout', left)
  }, [popover])
  return null
}
