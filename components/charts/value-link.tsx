import clsx from 'clsx'
import { Link, type LinkProps } from '@/components/ui/link'

/** A number among words that leads to the tickets behind it: underlined, for colour alone would tell nobody. */
export const ValueLink = ({ className, ...rest }: LinkProps) => (
  <Link
    {...rest}
    className={clsx(
      'whitespace-nowrap underline decoration-border-strong decoration-1 underline-offset-3 hover:decoration-current',
      className,
    )}
  />
)
