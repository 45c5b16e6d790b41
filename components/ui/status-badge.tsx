import clsx from 'clsx'
import { type Status, StatusGlyph, statusWord } from './status-glyph'

const tones = {
  new: 'bg-status-new-bg text-status-new-text',
  open: 'bg-status-open-bg text-status-open-text',
  pending: 'bg-status-pending-bg text-status-pending-text',
  on_hold: 'bg-status-hold-bg text-status-hold-text',
  resolved: 'bg-status-resolved-bg text-status-resolved-text',
  closed: 'bg-status-closed-bg text-status-closed-text',
} satisfies Record<Status, string>

interface StatusBadgeProps {
  readonly status: Status
  /** In the reader's words, where they differ from the console's: "Waiting for you". */
  readonly word?: string
  /** Glyph and word without a tinted ground, for rows. */
  readonly plain?: boolean
}

export function StatusBadge({ status, word = statusWord[status], plain = false }: StatusBadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1.5 whitespace-nowrap',
        plain ? 'text-console text-fg' : ['h-6 rounded-chip px-2 font-medium text-meta', tones[status]],
      )}
    >
      <StatusGlyph status={status} />
      {word}
    </span>
  )
}
