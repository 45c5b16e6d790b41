import clsx from 'clsx'
import type { ReactNode } from 'react'
import { leaveChip } from './chips'
import { Glyph } from './glyph'

const tones = {
  neutral: 'bg-hover text-fg-muted',
  accent: 'bg-accent-soft text-accent-text',
  note: 'bg-note-bg text-note-text',
  good: 'bg-sla-met-bg text-sla-met-text',
  warning: 'bg-sla-risk-bg text-sla-risk-text',
  bad: 'bg-sla-breach-bg text-sla-breach-text',
}

interface BadgeProps {
  readonly tone?: keyof typeof tones
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A word or a number about the thing beside it. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded-chip px-1.5 font-medium text-meta',
        tones[tone],
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  )
}

interface ChipProps {
  readonly children: ReactNode
  /** Makes the chip removable; say what is removed: "Remove filter priority urgent". */
  readonly onRemove?: () => void
  readonly removeLabel?: string
}

/** A tag or an active filter. Where it stands in a group (`data-chips`), the focus goes on there when it is removed. */
export function Chip({ children, onRemove, removeLabel = 'Remove' }: ChipProps) {
  return (
    <span className="inline-flex h-6 max-w-full items-center rounded-chip border border-border-strong bg-raised text-fg text-meta">
      <span className="truncate px-2">{children}</span>
      {onRemove && (
        <button
          type="button"
          data-chip
          onClick={(event) => {
            leaveChip(event.currentTarget)
            onRemove()
          }}
          aria-label={removeLabel}
          className="-ms-1 flex size-6 shrink-0 items-center justify-center rounded-chip text-fg-subtle hover:bg-hover hover:text-fg"
        >
          <Glyph name="x" className="size-3" />
        </button>
      )}
    </span>
  )
}
