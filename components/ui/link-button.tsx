import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button'

interface LinkButtonProps extends ComponentProps<typeof Link> {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly square?: boolean
}

/** Goes somewhere, and looks like a button. */
export function LinkButton({ variant, size, square, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClass({ variant, size, square }, className)} />
}
