'use client'

import clsx from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** In a table or list, where the row says what is chosen. */
  readonly hideLabel?: boolean
  readonly indeterminate?: boolean
}

export function Checkbox({
  label,
  hint,
  hideLabel,
  indeterminate = false,
  className,
  ...rest
}: CheckboxProps) {
  const own = useId()
  const id = rest.id ?? own
  const mark = (box: HTMLInputElement | null) => {
    if (box) box.indeterminate = indeterminate
  }
  return (
    <span className={clsx('inline-flex items-start gap-2', className)}>
      <span className="flex size-6 items-center justify-center">
        <input
          {...rest}
          id={id}
          ref={mark}
          type="checkbox"
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="tick"
        />
      </span>
      <span className={clsx('min-w-0', hideLabel && 'sr-only')}>
        <label htmlFor={id} className="block py-0.5 text-console text-fg in-data-[room=portal]:text-message">
          {label}
        </label>
        {hint && (
          <span
            id={`${id}-hint`}
            className="block text-fg-muted text-meta in-data-[room=portal]:text-console"
          >
            {hint}
          </span>
        )}
      </span>
    </span>
  )
}
