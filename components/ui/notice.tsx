import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Glyph } from './glyph'

const tones = {
  info: { look: 'bg-sunken', mark: 'text-accent-text', icon: 'info' },
  good: { look: 'bg-sunken', mark: 'text-sla-met-text', icon: 'circle-check' },
  waiting: {
    look: 'border-status-pending-solid/40 bg-status-pending-bg',
    mark: 'text-status-pending-text',
    icon: 'clock',
  },
  bad: {
    look: 'border-sla-breach-solid/40 bg-sla-breach-bg',
    mark: 'text-sla-breach-text',
    icon: 'circle-alert',
  },
}

interface NoticeProps {
  readonly tone?: keyof typeof tones
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** For a notice that appears after something was done: it is read out. */
  readonly live?: boolean
}

/** A message that belongs to the page: it stays, and pushes nothing away. */
export function Notice({ tone = 'info', title, children, action, live = false }: NoticeProps) {
  const { look, mark, icon } = tones[tone]
  return (
    <div
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
      className={clsx(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-control border px-3 py-2.5 text-message',
        look,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-2.5">
        <Glyph name={icon} className={clsx('mt-0.75 size-4 shrink-0', mark)} />
        <div className="wrap-anywhere min-w-0">
          {title && <p className="font-medium">{title}</p>}
          {children && <div className={title ? 'text-fg-muted' : undefined}>{children}</div>}
        </div>
      </div>
      {action && <div className="flex gap-2">{action}</div>}
    </div>
  )
}
