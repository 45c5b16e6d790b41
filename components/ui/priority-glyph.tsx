import clsx from 'clsx'
import { Glyph } from './glyph'

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

interface PriorityGlyphProps {
  readonly priority: Priority
  /** Where no word stands beside it, the glyph says it. */
  readonly alone?: boolean
  readonly className?: string
}

/** Bars of a signal; urgent is a filled square with an exclamation mark. */
export function PriorityGlyph({ priority, alone = false, className }: PriorityGlyphProps) {
  return (
    <Glyph
      name={priority}
      label={alone ? `${priorityWord[priority]} priority` : undefined}
      className={clsx(colours[priority], className)}
    />
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
