'use client'

import clsx from 'clsx'
import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ComponentProps } from 'react'
import { useControl } from './use-control'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

/** Choices under a heading. */
export interface ChoiceGroup {
  readonly label: string
  readonly choices: readonly Choice[]
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'size' | 'children'> {
  readonly choices: readonly (Choice | ChoiceGroup)[]
  /** The first, empty entry: "Choose a category". */
  readonly placeholder?: string
  readonly size?: 28 | 32 | 40
}

/** Without a size a control is 32 px in the console and 40 px in the portal. */
const roomSize = 'h-8 text-console in-data-[room=portal]:h-10 in-data-[room=portal]:text-portal'
const sizes = { 28: 'h-7 text-console', 32: 'h-8 text-console', 40: 'h-10 text-portal' }

/** A native select: it works without JavaScript, and phones show their own wheel. */
export function Select({ choices, placeholder, size, className, ...rest }: SelectProps) {
  const control = useControl(rest)
  return (
    <span className={clsx('relative flex items-center', className)}>
      <select
        {...rest}
        {...control}
        className={clsx('control appearance-none ps-2.5 pe-8', size === undefined ? roomSize : sizes[size])}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map((choice) =>
          'choices' in choice ? (
            <optgroup key={choice.label} label={choice.label}>
              {choice.choices.map(option)}
            </optgroup>
          ) : (
            option(choice)
          ),
        )}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute end-2.5 size-3.5 text-fg-subtle"
      />
    </span>
  )
}

const option = ({ value, label, disabled }: Choice) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
)
