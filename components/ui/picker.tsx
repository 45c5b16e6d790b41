'use client'

import { Combobox } from '@base-ui/react/combobox'
import clsx from 'clsx'
import Check from 'lucide-react/icons/check'
import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ReactNode } from 'react'
import { useAwake } from './awake'
import { buttonClass } from './button'
import { Keys } from './kbd'

export interface PickerOption {
  readonly value: string
  readonly label: string
  /** A quiet second word: a role, a load. */
  readonly hint?: string
  readonly icon?: ReactNode
}

interface PickerProps {
  /** What is picked: "Assignee". Names the button and the list. */
  readonly label: string
  readonly options: readonly PickerOption[]
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  /** Printed beside the search field: the key that opens the picker. */
  readonly keys?: readonly string[]
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly disabled?: boolean
  readonly size?: 28 | 32
  readonly variant?: 'secondary' | 'quiet'
  readonly className?: string
}

/** A button with the present value; it opens a list to search by typing, with arrows, Enter and Esc. */
export function Picker(props: PickerProps) {
  const { label, options, value, onChange, placeholder = 'None', open, onOpenChange, disabled } = props
  const awake = useAwake()
  const chosen = options.find((option) => option.value === value) ?? null
  const look = buttonClass(
    { variant: props.variant ?? 'secondary', size: props.size ?? 28 },
    clsx('min-w-0 max-w-full justify-start font-normal', props.className),
  )
  const face = (
    <>
      {chosen?.icon}
      <span className={clsx('min-w-0 flex-1 truncate text-start', !chosen && 'text-fg-muted')}>
        {chosen?.label ?? placeholder}
      </span>
      <ChevronDown aria-hidden="true" className="size-3.5 text-fg-subtle" />
    </>
  )
  if (!awake)
    return (
      <button type="button" aria-label={label} disabled={disabled} className={look}>
        {face}
      </button>
    )
  return (
    <Combobox.Root
      items={options}
      value={chosen}
      onValueChange={(option: PickerOption | null) =>
        option && option.value !== value && onChange(option.value)
      }
      itemToStringLabel={(option: PickerOption) => option.label}
      isItemEqualToValue={(one: PickerOption, other: PickerOption) => one.value === other.value}
      open={open}
      onOpenChange={onOpenChange}
      disabled={disabled}
      autoHighlight
    >
      <Combobox.Trigger
        aria-label={label}
        className={look}
        onKeyDown={(event) => {
          // A letter on the closed button would pick the first option that begins with it, and save.
          if (event.key.length === 1 && event.key !== ' ') event.preventBaseUIHandler()
        }}
      >
        {face}
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner className="z-40 outline-none" align="start" sideOffset={4}>
          <Combobox.Popup
            aria-label={label}
            className="floating fade flex max-h-(--available-height) w-64 max-w-(--available-width) origin-(--transform-origin) flex-col outline-none"
          >
            <Search label={label} keys={props.keys} />
            <Options />
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

function Search({ label, keys }: { readonly label: string; readonly keys?: readonly string[] }) {
  return (
    <div className="flex items-center gap-2 border-b px-3">
      <Combobox.Input
        aria-label={`Search ${label.toLowerCase()}`}
        placeholder={`${label}…`}
        className="h-9 min-w-0 flex-1 bg-transparent text-console outline-none pointer-coarse:h-11 pointer-coarse:text-portal"
      />
      {keys && <Keys keys={keys} />}
    </div>
  )
}

function Options() {
  return (
    <>
      <Combobox.Empty className="px-3 py-2.5 text-console text-fg-muted empty:hidden">
        Nothing matches.
      </Combobox.Empty>
      <Combobox.List className="max-h-72 overflow-y-auto overscroll-contain p-1 outline-none empty:p-0">
        {(option: PickerOption) => (
          <Combobox.Item
            key={option.value}
            value={option}
            className="flex min-h-7 cursor-default select-none items-center gap-2 rounded-chip px-2 py-1 text-console outline-none data-highlighted:bg-hover pointer-coarse:min-h-11"
          >
            {option.icon}
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            {option.hint && <span className="text-fg-muted text-meta">{option.hint}</span>}
            <Combobox.ItemIndicator className="text-accent-text">
              <Check aria-hidden="true" className="size-4" />
            </Combobox.ItemIndicator>
          </Combobox.Item>
        )}
      </Combobox.List>
    </>
  )
}
