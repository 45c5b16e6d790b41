import clsx from 'clsx'
import { Glyph } from './glyph'

export type Status = 'new' | 'open' | 'pending' | 'on_hold' | 'resolved' | 'closed'

export const statusWord = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  on_hold: 'On hold',
  resolved: 'Resolved',
  closed: 'Closed',
} satisfies Record<Status, string>

const colours = {
  new: 'text-status-new-solid',
  open: 'text-status-open-solid',
  pending: 'text-status-pending-solid',
  on_hold: 'text-status-hold-solid',
  resolved: 'text-status-resolved-solid',
  closed: 'text-status-closed-solid',
} satisfies Record<Status, string>

interface StatusGlyphProps {
  readonly status: Status
  /** Where no word stands beside it, the glyph says it. */
  readonly alone?: boolean
  readonly className?: string
}

export function StatusGlyph({ status, alone = false, className }: StatusGlyphProps) {
  return (
    <Glyph
      name={status}
      label={alone ? statusWord[status] : undefined}
      className={clsx(colours[status], className)}
    />
  )
}
