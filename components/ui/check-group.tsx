'use client'

import clsx from 'clsx'
import { type KeyboardEvent, useState } from 'react'
import { Checkbox } from './checkbox'
import { FieldError, hintClass, labelClass, useFieldParts } from './field'
import type { Choice } from './select'
import { TextInput } from './text-input'

/** From so many on a list is searched rather than read. */
const many = 16
/** What is checked is never out of sight. */
const unlessChecked = '[&:not(:has(:checked))]:hidden'

interface CheckGroupProps {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly choices: readonly Choice[]
  /** The values to begin with; with `onChange`, the values now. */
  readonly checked: readonly string[]
  readonly onChange?: (checked: readonly string[]) => void
}

/** Any of several. Posted once for each that is checked. */
export function CheckGroup({ name, legend, hint, choices, checked, onChange }: CheckGroupProps) {
  const { id, error, describedBy, hintId, errorId } = useFieldParts(name, hint)
  const [sought, setSought] = useState('')
  const isSought = (label: string) => label.toLowerCase().includes(sought.trim().toLowerCase())
  const change = (value: string) => (on: boolean) =>
    onChange?.(on ? [...checked, value] : checked.filter((one) => one !== value))
  return (
    <fieldset id={id} aria-describedby={describedBy} className="min-w-0">
      <legend className={clsx('mb-0.5', labelClass)}>{legend}</legend>
      {hint && (
        <p id={hintId} className={clsx('mb-0.5', hintClass)}>
          {hint}
        </p>
      )}
      {choices.length > many && (
        <TextInput
          type="search"
          size={28}
          aria-label={`Find in ${legend.toLowerCase()}`}
          placeholder="Find"
          autoComplete="off"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={keepInForm}
          className="mb-1 max-w-60"
        />
      )}
      <div className="flex max-h-52 flex-wrap gap-x-5 overflow-y-auto">
        {choices.map(({ value, label }) => (
          <Checkbox
            key={value}
            name={name}
            value={value}
            label={label}
            className={clsx('min-h-7', !isSought(label) && unlessChecked)}
            {...(onChange
              ? { checked: checked.includes(value), onChange: (event) => change(value)(event.target.checked) }
              : { defaultChecked: checked.includes(value) })}
          />
        ))}
      </div>
      <FieldError id={errorId} message={error} />
    </fieldset>
  )
}

/** Looking for something sends nothing. */
const keepInForm = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault()
}
