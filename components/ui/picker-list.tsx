import { Combobox } from '@base-ui/react/combobox'
import Check from 'lucide-react/icons/check'
import type { ReactNode } from 'react'
import { Keys } from './kbd'
import type { PickerFocus } from './picker-focus'

export interface PickerOption {
  readonly value: string
  readonly label: string
  /** A quiet second word: a role, a load. */
  readonly hint?: string
  readonly icon?: ReactNode
}

export const sameOption = (one: PickerOption, other: PickerOption) => one.value === other.value
export const labelOf = ({ label }: PickerOption) => label

interface PickerListProps {
  /** Names the list and its search field. */
  readonly label: string
  /** Printed beside the search field: the key that opens it. */
  readonly keys?: readonly string[]
  /** What stands there where nothing matches what was typed. */
  readonly nothing?: ReactNode
  readonly focus: PickerFocus
}

/** The list of a picker, with a field to search it. For use within `Combobox.Root`. */
export function PickerList({ label, keys, nothing = 'Nothing matches.', focus }: PickerListProps) {
  return (
    <Combobox.Portal>
      <Combobox.Positioner className="z-40 outline-none" align="start" sideOffset={4}>
        <Combobox.Popup
          ref={focus.popup}
          initialFocus={focus.enter}
          aria-label={label}
          className="floating fade flex max-h-(--available-height) w-64 max-w-(--available-width) origin-(--transform-origin) flex-col outline-none"
        >
          <div className="flex items-center gap-2 border-b px-3">
            <Combobox.Input
              ref={focus.search}
              aria-label={`Search ${label.toLowerCase()}`}
              placeholder={`${label}…`}
              className="h-9 min-w-0 flex-1 bg-transparent text-console outline-none pointer-coarse:h-11 pointer-coarse:text-portal"
            />
            {keys && <Keys keys={keys} />}
          </div>
          <Combobox.Empty className="px-3 py-2.5 text-console text-fg-muted empty:hidden">
            {nothing}
          </Combobox.Empty>
          <Combobox.List className="max-h-72 overflow-y-auto overscroll-contain p-1 outline-none empty:p-0">
            {(option: PickerOption) => <Option key={option.value} option={option} />}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  )
}

const Option = ({ option }: { readonly option: PickerOption }) => (
  <Combobox.Item
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
)
