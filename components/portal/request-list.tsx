import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { OwnTicketLine } from '@/lib/portal/find'
import { RequestStatus } from './request-status'

interface RequestListProps {
  /** What these requests have in common; the heading above them. */
  readonly title: string
  readonly tickets: readonly OwnTicketLine[]
}

export function RequestList({ title, tickets }: RequestListProps) {
  return (
    <section aria-label={title}>
      <h2 className="wrap-anywhere border-b pb-2 font-medium text-console text-fg-muted">{title}</h2>
      <ul>
        {tickets.map((ticket) => (
          <Row key={ticket.refid} ticket={ticket} />
        ))}
      </ul>
    </section>
  )
}

function Row({ ticket }: { readonly ticket: OwnTicketLine }) {
  return (
    <li className="relative -mx-3 flex flex-wrap items-start gap-x-6 gap-y-1.5 rounded-card px-3 py-3.5 hover:bg-hover has-focus-visible:bg-hover [&:not(:last-child)]:after:absolute [&:not(:last-child)]:after:inset-x-3 [&:not(:last-child)]:after:bottom-0 [&:not(:last-child)]:after:border-b">
      <div className="min-w-0 flex-1 basis-72">
        {/* The link is as large as the row, so that a thumb finds it; its name stays the subject. */}
        <Link
          href={`/tickets/${ticket.refid}`}
          dir="auto"
          className="line-clamp-2 wrap-anywhere font-medium text-portal before:absolute before:inset-0 before:rounded-card focus-visible:outline-none focus-visible:before:outline-2 focus-visible:before:outline-ring focus-visible:before:-outline-offset-2"
        >
          {ticket.subject}
        </Link>
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-console text-fg-muted">
          <span className="font-mono">{ticket.refid}</span>
          {ticket.categoryName && <span className="wrap-anywhere">{ticket.categoryName}</span>}
          <span>
            updated <Time at={ticket.updatedAt} className="relative" />
          </span>
        </p>
      </div>
      <div className="sm:pt-0.5">
        <RequestStatus ticket={ticket} />
      </div>
    </li>
  )
}
