import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Glyph } from '@/components/ui/glyph'

declare module 'react' {
  interface CSSProperties {
    /** Of a number, which is as large as its card has room for. */
    readonly '--letters'?: number
  }
}

export type Alarm = 'risk' | 'breach'

export const alarms = {
  risk: { text: 'text-sla-risk-text', ground: 'bg-sla-risk-bg', glyph: 'timer' },
  breach: { text: 'text-sla-breach-text', ground: 'bg-sla-breach-bg', glyph: 'siren' },
} as const satisfies Record<Alarm, unknown>

/** As many in a row as make two rows on a screen that is wider than high. */
export const Numerals = ({ children }: { readonly children: readonly ReactNode[] }) => (
  <dl
    className={clsx(
      'grid flex-1 grid-cols-2 gap-[0.75em] sm:auto-rows-fr',
      children.length > 4 && 'sm:landscape:grid-cols-3',
    )}
  >
    {children}
  </dl>
)

interface NumeralProps {
  readonly name: string
  readonly value: string
  /** What lies beside it. */
  readonly beside?: string
  /** Somebody has to act. */
  readonly alarm?: Alarm | null
}

/** A number that is read from across the room. */
export function Numeral({ name, value, beside, alarm }: NumeralProps) {
  const look = alarm ? alarms[alarm] : undefined
  return (
    <div
      className={clsx(
        'flex min-w-0 flex-col justify-between gap-[0.5em] rounded-card border p-[1em]',
        look?.ground ?? 'bg-surface',
      )}
    >
      <dt className={clsx('flex items-center gap-[0.4em] font-medium', look?.text ?? 'text-fg-muted')}>
        {look && <Glyph name={look.glyph} className="size-[1.1em]" />}
        {name}
      </dt>
      <dd className="@container">
        <span
          style={{ '--letters': value.length }}
          className={clsx(
            'block whitespace-nowrap font-semibold text-[min(2.5em,165cqw/var(--letters))] leading-none tracking-[-0.02em] sm:text-[min(5.5em,165cqw/var(--letters))]',
            look?.text,
          )}
        >
          {value}
        </span>
        {beside && <span className="mt-[0.5em] block text-fg-muted">{beside}</span>}
      </dd>
    </div>
  )
}
