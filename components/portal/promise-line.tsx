import { Time } from '@/components/ui/time'
import type { OwnTicketLine } from '@/lib/portal/find'
import { promiseOf } from '@/lib/portal/promise'

interface PromiseLineProps {
  readonly ticket: Pick<OwnTicketLine, 'status' | 'dueAt' | 'dueFor'>
  readonly now: Date
  /** "Oslo time". */
  readonly zone: string
}

const words = {
  answer: { ahead: 'We will answer by', late: 'We are late: we meant to answer by' },
  solution: { ahead: 'We aim to solve this by', late: 'We are late: we meant to solve this by' },
} as const

/** When we mean to answer or to be done, and that we are late when we are. */
export function PromiseLine({ ticket, now, zone }: PromiseLineProps) {
  const standing = promiseOf(ticket, now)
  if (!standing) return null
  const { promise, is, dueAt } = standing
  return (
    <p className="text-fg-muted text-message">
      {words[promise][is]} <Time at={dueAt} as="clock" className="font-medium text-fg" /> ({zone}).
      {is === 'late' && ' We are sorry, and on it.'}
    </p>
  )
}
