'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { useAwake } from './awake'

interface PopoverProps {
  /** Names the panel. */
  readonly title: string
  /** A button; it gets the panel's aria attributes. */
  readonly trigger: ReactElement
  readonly children: ReactNode
}

/** A small panel beside its button, for what is set rather than chosen. */
export function Popover({ title, trigger, children }: PopoverProps) {
  const awake = useAwake()
  if (!awake) return trigger
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-40 outline-none" sideOffset={4} align="end">
          <Base.Popup className="floating fade flex max-h-(--available-height) w-72 max-w-(--available-width) origin-(--transform-origin) flex-col overflow-y-auto p-3 outline-none">
            <Base.Title className="sr-only">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
