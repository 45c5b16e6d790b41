import { Time } from '@/components/ui/time'
import type { OwnTicketLine } from '@/lib/portal/find'
import { promiseOf } from '@/lib/portal/promise'

interface PromiseLineProps {
  readonly ticket: Pick<OwnTicketLine, 'status' | 'dueAt'>
  readonly now: Date
  /** "Oslo time". */
  readonly zone: string
}

/** When we mean to be done, and that we are late when we are. */
export function PromiseLine({ ticket, now, zone }: PromiseLineProps) {
  const standing = promiseOf(ticket, now)
  if (!standing || !ticket.dueAt) return null
  const due = (
    <>
      <Time at={ticket.dueAt} as="clock" className="font-medium text-fg" /> ({zone})
    </>
  )
  return (
    <p className="text-fg-muted text-message">
      {standing === 'ahead' ? (
        <>We aim to solve this by {due}.</>
      ) : (
        <>We are late: we promised to solve this by {due}. We are sorry, and still on it.</>
      )}
    </p>
  )
}
