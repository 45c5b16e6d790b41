import clsx from 'clsx'
import type { ComponentProps } from 'react'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 28 | 32 | 40

const variants = {
  primary:
    'border-transparent bg-accent text-accent-fg not-disabled:hover:bg-[color-mix(in_oklab,var(--accent),black_12%)]',
  secondary: 'border-border-strong bg-raised text-fg not-disabled:hover:bg-hover',
  quiet: 'border-transparent text-fg-muted not-disabled:hover:bg-hover not-disabled:hover:text-fg',
  danger: 'border-border-strong bg-raised text-sla-breach-text not-disabled:hover:bg-sla-breach-bg',
} satisfies Record<ButtonVariant, string>

const sizes = {
  28: 'h-7 gap-1.5 px-2.5 text-console',
  32: 'h-8 gap-1.5 px-3 text-console',
  40: 'h-10 gap-2 px-4 text-message',
} satisfies Record<ButtonSize, string>

/** Without a size a button is 32 px in the console, and 40 px in the portal, where it grows with its words if they are set large. */
const roomSize =
  'h-8 gap-1.5 px-3 text-console in-data-[room=portal]:h-auto in-data-[room=portal]:min-h-10 in-data-[room=portal]:pointer-coarse:min-h-11 in-data-[room=portal]:max-w-full in-data-[room=portal]:px-4 in-data-[room=portal]:py-1 in-data-[room=portal]:text-message in-data-[room=portal]:whitespace-normal'

const squares = { 28: 'w-7 px-0', 32: 'w-8 px-0', 40: 'w-10 px-0' } satisfies Record<ButtonSize, string>

interface Look {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  /** Only an icon inside: the button is square and needs an `aria-label`. */
  readonly square?: boolean
}

/** The look of a button, for links and triggers that have to look alike. */
export const buttonClass = ({ variant = 'secondary', size, square = false }: Look, extra?: string) =>
  clsx(
    'button',
    variants[variant],
    size === undefined ? roomSize : sizes[size],
    square && [squares[size ?? 32], 'pointer-coarse:min-w-11'],
    extra,
  )

export interface ButtonProps extends ComponentProps<'button'>, Look {
  /** Work is under way: the button says so, keeps its width and its focus, and takes no second press. */
  readonly pending?: boolean
}

export function Button({
  variant,
  size,
  square,
  pending = false,
  className,
  type = 'button',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
      className={buttonClass({ variant, size, square }, clsx('relative', className))}
    >
      {pending && (
        <span
          aria-hidden="true"
          className="absolute size-3.5 animate-spin rounded-full border-2 border-current border-t-transparent"
        />
      )}
      <span
        className={clsx('inline-flex min-w-0 max-w-full items-center gap-[inherit]', pending && 'opacity-0')}
      >
        {children}
      </span>
      {pending && <span className="sr-only">, working</span>}
    </button>
  )
}
