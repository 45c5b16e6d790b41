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

const lit = { low: 1, medium: 2, high: 4, urgent: 0 } satisfies Record<Priority, number>

const bars = [
  { x: 1.5, height: 4 },
  { x: 5, height: 6.5 },
  { x: 8.5, height: 9 },
  { x: 12, height: 11.5 },
]

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
      {priority === 'urgent' ? <Urgent /> : <Signal lit={lit[priority]} />}
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

function Signal({ lit: count }: { readonly lit: number }) {
  return bars.map(({ x, height }, index) => (
    <rect
      key={x}
      x={x}
      y={14 - height}
      width="2.5"
      height={height}
      rx="0.75"
      opacity={index < count ? 1 : 0.28}
    />
  ))
}
