import clsx from 'clsx'

export type Priority = 'low' | 'medium' | 'high' | 'urgent'

const priorityWord = { low: 'Low', medium: 'Medium', high: 'High', urgent: 'Urgent' } satisfies Record<
  Priority,
  string
>

const colours = {
  low: 'text-prio-low-solid',
  medium: 'text-prio-medium-solid',
  high: 'text-prio-high-solid',
  urgent: 'text-prio-urgent-solid',
} satisfies Record<Priority, string>

/** A bar of the signal, with round corners of 0.75. */
const bar = (x: number, height: number) =>
  `M${x} ${14 - height + 0.75}a.75.75 0 0 1 .75-.75h1a.75.75 0 0 1 .75.75v${height - 1.5}a.75.75 0 0 1-.75.75h-1a.75.75 0 0 1-.75-.75Z`

const bars = [bar(1.5, 4), bar(5, 6.5), bar(8.5, 9), bar(12, 11.5)]

const signal = (lit: number) => ({ lit: bars.slice(0, lit).join(''), dim: bars.slice(lit).join('') })

const signals = { low: signal(1), medium: signal(2), high: signal(4) }

interface PriorityGlyphProps {
  readonly priority: Priority
  /** Where no word stands beside it, the glyph says it. */
  readonly alone?: boolean
  readonly className?: string
}

/** Four bars of signal; urgent is a filled square with an exclamation mark. */
export function PriorityGlyph({ priority, alone = false, className }: PriorityGlyphProps) {
  const word = `${priorityWord[priority]} priority`
  return (
    <svg
      viewBox="0 0 16 16"
      fill="currentColor"
      className={clsx('size-3.5 shrink-0', colours[priority], className)}
      role={alone ? 'img' : undefined}
      aria-hidden={alone ? undefined : true}
      aria-label={alone ? word : undefined}
    >
      {alone && <title>{word}</title>}
      {priority === 'urgent' ? <Urgent /> : <Signal {...signals[priority]} />}
    </svg>
  )
}

/** Glyph and word. */
export function PriorityLabel({ priority }: { readonly priority: Priority }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <PriorityGlyph priority={priority} />
      {priorityWord[priority]}
    </span>
  )
}

function Urgent() {
  return (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" />
      <path d="M7.1 4h1.8l-.3 5H7.4Z" className="fill-raised" />
      <circle cx="8" cy="11.25" r="1" className="fill-raised" />
    </>
  )
}

function Signal({ lit, dim }: { readonly lit: string; readonly dim: string }) {
  return (
    <>
      <path d={lit} />
      {dim && <path d={dim} opacity="0.28" />}
    </>
  )
}
