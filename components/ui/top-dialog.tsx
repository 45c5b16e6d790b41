'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'

interface TopDialogProps {
  /** Names it; it shows no heading. */
  readonly label: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** It is gone from sight. */
  readonly onClosed: () => void
  readonly initialFocus: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/** A dialog at the top of the window whose lower edge may move: what one types stays where it is. */
export function TopDialog({ label, open, onOpenChange, onClosed, initialFocus, children }: TopDialogProps) {
  // Base UI moves the focus a frame later, and what is typed until then would be lost.
  const focusAtOnce = () => {
    initialFocus.current?.focus()
    return initialFocus.current
  }
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} onOpenChangeComplete={(is) => is || onClosed()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-[rgb(8_10_16/0.45)] transition-opacity duration-quick data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          aria-label={label}
          initialFocus={focusAtOnce}
          className="floating fade fixed inset-x-2 top-2 z-30 mx-auto flex max-h-[min(32rem,calc(100dvh-1rem))] max-w-160 flex-col overflow-hidden rounded-dialog sm:inset-x-6 sm:top-[12vh] sm:max-h-[min(32rem,76vh)]"
        >
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
