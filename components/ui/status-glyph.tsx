import clsx from 'clsx'

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

const shapes = {
  new: <circle cx="8" cy="8" r="6.25" strokeDasharray="2.6 2.3" />,
  open: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4a4 4 0 0 1 0 8Z" fill="currentColor" stroke="none" />
    </>
  ),
  pending: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.75V8l2.25 1.5" />
    </>
  ),
  on_hold: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M6.25 5.75v4.5M9.75 5.75v4.5" />
    </>
  ),
  resolved: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="m5 8.2 2.1 2.1L11 6.2" className="stroke-raised" />
    </>
  ),
  closed: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="m5.25 10.75 5.5-5.5" />
    </>
  ),
} satisfies Record<Status, React.ReactNode>

interface StatusGlyphProps {
  readonly status: Status
  /** Where no word stands beside it, the glyph says it. */
  readonly alone?: boolean
  readonly className?: string
}

export function StatusGlyph({ status, alone = false, className }: StatusGlyphProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={clsx('size-3.5 shrink-0', colours[status], className)}
      role={alone ? 'img' : undefined}
      aria-hidden={alone ? undefined : true}
      aria-label={alone ? statusWord[status] : undefined}
    >
      {alone && <title>{statusWord[status]}</title>}
      {shapes[status]}
    </svg>
  )
}
