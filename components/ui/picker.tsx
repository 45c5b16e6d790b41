'use client'

import { Combobox } from '@base-ui/react/combobox'
import clsx from 'clsx'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useAwake } from './awake'
import { buttonClass } from './button'
import { usePickerFocus } from './picker-focus'
import { labelOf, PickerList, type PickerOption, sameOption } from './picker-list'

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
  const focus = usePickerFocus()
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
      itemToStringLabel={labelOf}
      isItemEqualToValue={sameOption}
      open={open}
      onOpenChange={(wanted, { event }) => {
        if (!wanted) focus.leave(event)
        onOpenChange?.(wanted)
      }}
      disabled={disabled}
      autoHighlight
    >
      <Combobox.Trigger
        ref={focus.button}
        aria-label={label}
        className={look}
        onKeyDown={(event) => {
          // A letter on the closed button would pick the first option that begins with it, and save.
          if (event.key.length === 1 && event.key !== ' ') event.preventBaseUIHandler()
        }}
      >
        {face}
      </Combobox.Trigger>
      <PickerList label={label} keys={props.keys} focus={focus} />
    </Combobox.Root>
  )
}
