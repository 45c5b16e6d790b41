'use client'

import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { useControl } from './use-control'

interface TextInputProps extends Omit<ComponentProps<'input'>, 'size'> {
  readonly size?: 28 | 32 | 40
  /** A small icon before the text. */
  readonly icon?: ReactNode
}

/** Without a size a control is 32 px in the console and 40 px in the portal. */
const roomSize = 'h-8 text-console in-data-[room=portal]:h-10 in-data-[room=portal]:text-portal'
const sizes = { 28: 'h-7 text-console', 32: 'h-8 text-console', 40: 'h-10 text-portal' }

export function TextInput({ size, icon, className, type = 'text', ...rest }: TextInputProps) {
  const control = useControl(rest)
  const input = (
    <input
      dir={type === 'text' || type === 'search' ? 'auto' : undefined}
      {...rest}
      {...control}
      type={type}
      className={clsx(
        'control',
        size === undefined ? roomSize : sizes[size],
        icon ? 'ps-8 pe-2.5' : 'px-2.5',
        className,
      )}
    />
  )
  if (!icon) return input
  return (
    <span className={clsx('relative flex items-center', className)}>
      <span
        aria-hidden="true"
        className="pointer-events-none absolute start-2.5 text-fg-subtle [&_svg]:size-3.5"
      >
        {icon}
      </span>
      {input}
    </span>
  )
}
