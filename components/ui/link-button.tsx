import { type ButtonSize, type ButtonVariant, buttonClass } from './button'
import { Link, type LinkProps } from './link'

interface LinkButtonProps extends LinkProps {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly square?: boolean
}

/** Goes somewhere, and looks like a button. */
export function LinkButton({ variant, size, square, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClass({ variant, size, square }, className)} />
}
