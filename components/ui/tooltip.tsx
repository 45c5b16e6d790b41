'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Keys } from './kbd'

interface TooltipProps {
  readonly label: ReactNode
  /** The key that does the same: `['Shift', 'E']`. */
  readonly keys?: readonly string[]
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  /** The control it explains. A control that shows only an icon needs its own `aria-label` all the same. */
  readonly children: ReactElement
}

export function Tooltip({ label, keys, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={450} />
      <Base.Portal>
        <Base.Positioner className="z-50" side={side} sideOffset={6}>
          <Base.Popup className="fade flex max-w-64 items-center gap-2 rounded-control bg-fg px-2 py-1 text-canvas text-meta">
            {label}
            {keys && <Keys keys={keys} inverse />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
