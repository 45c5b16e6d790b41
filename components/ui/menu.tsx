'use client'

import { Menu as Base } from '@base-ui/react/menu'
import clsx from 'clsx'
import type { ReactElement, ReactNode } from 'react'
import { useAwake } from './awake'
import { Keys } from './kbd'

interface MenuProps {
  /** A button; it gets the menu's aria attributes. */
  readonly trigger: ReactElement
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom'
  readonly children: ReactNode
}

export function Menu({ trigger, align = 'start', side = 'bottom', children }: MenuProps) {
  const awake = useAwake()
  if (!awake) return trigger
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-40 outline-none" sideOffset={4} align={align} side={side}>
          <Base.Popup className="floating fade max-h-(--available-height) min-w-48 max-w-80 origin-(--transform-origin) overflow-y-auto p-1 outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

const row = clsx(
  'flex min-h-7 w-full cursor-default select-none items-center gap-2 rounded-chip px-2 py-1 text-console text-fg outline-none',
  'pointer-coarse:min-h-11 data-disabled:text-fg-subtle data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0',
)

interface RowProps {
  readonly icon?: ReactNode
  /** Printed at the right: `['Shift', 'E']`. */
  readonly keys?: readonly string[]
  readonly children: ReactNode
}

interface MenuItemProps extends RowProps {
  readonly onPress: () => void
}

/** Does something. The menu closes. */
export function MenuItem({ onPress, ...inside }: MenuItemProps) {
  return (
    <Base.Item onClick={onPress} className={row}>
      <Inside {...inside} />
    </Base.Item>
  )
}

interface MenuChoiceProps extends RowProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** An entry that is on or off, such as a column that is shown. The menu stays open. */
export function MenuChoice({ checked, onChange, keys, children }: MenuChoiceProps) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onChange} className={row}>
      <span aria-hidden="true" className="w-4 text-center text-accent-text">
        {checked ? '✓' : ''}
      </span>
      <Inside keys={keys}>{children}</Inside>
    </Base.CheckboxItem>
  )
}

export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 text-fg-muted text-meta">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}

function Inside({ icon, keys, children }: RowProps) {
  return (
    <>
      {icon && (
        <span aria-hidden="true" className="text-fg-muted">
          {icon}
        </span>
      )}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys && <Keys keys={keys} />}
    </>
  )
}
