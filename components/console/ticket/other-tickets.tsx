import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { StatusGlyph } from '@/components/ui/status-glyph'
import { Time } from '@/components/ui/time'
import type { OtherTickets } from '@/lib/tickets/of-requester'
import { countWord } from '../count-word'
import { customerHref } from '../customers/places'
import { queuePath } from '../queue/address'

interface OtherTicketsOfProps {
  /** Of the requester. */
  readonly uid: string
  readonly name: string
  readonly others: OtherTickets
}

/** What else the requester of a ticket has asked: a few of it, and the way to all. */
export function OtherTicketsOf({ uid, name, others: { tickets, count } }: OtherTicketsOfProps) {
  if (tickets.length === 0) return <p className="mt-2 text-fg-muted text-meta">No other tickets</p>
  return (
    <div className="mt-2">
      <ul aria-label={`Other tickets of ${name}`} className="flex flex-col">
        {tickets.map(({ refid, subject, status, spam, createdAt }) => (
          <li
            key={refid}
            className="relative flex min-h-6 min-w-0 items-center gap-2 rounded-control hover:bg-hover"
          >
            <StatusGlyph status={status} alone />
            <Link
              href={`${queuePath}/${refid}`}
              dir="auto"
              title={subject}
              className="min-w-0 flex-1 truncate text-left outline-none before:absolute before:inset-0 focus-visible:before:outline-2 focus-visible:before:outline-ring"
            >
              {subject}
            </Link>
            {spam && <Badge tone="bad">Spam</Badge>}
            <Time at={createdAt} className="relative shrink-0 text-fg-muted text-meta" />
          </li>
        ))}
      </ul>
      <p className="mt-1 text-meta">
        <Link href={customerHref(uid)} className="text-accent-text hover:underline">
          All {countWord(count)} tickets
        </Link>
      </p>
    </div>
  )
}
