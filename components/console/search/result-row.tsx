import clsx from 'clsx'
import Lock from 'lucide-react/icons/lock'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { PriorityGlyph } from '@/components/ui/priority-glyph'
import { StatusGlyph } from '@/components/ui/status-glyph'
import { Time } from '@/components/ui/time'
import type { FoundMessage, FoundTicket } from '@/lib/search/results'
import { queuePath } from '../queue/address'
import { Holder } from './holder'
import { MarkedText } from './marked-text'

/** The link covers its row; what has a hint of its own lies above it. */
export function ResultRow({ ticket }: { readonly ticket: FoundTicket }) {
  const { refid, subject, status, priority, spam, customer, assignee, updatedAt, message } = ticket
  return (
    <li className="relative flex gap-3 border-b px-4 py-3 hover:bg-hover has-[[data-row]:focus-visible]:bg-selected lg:px-6">
      <span className="mt-1 shrink-0">
        <StatusGlyph status={status} alone />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <Link
            href={`${queuePath}/${refid}`}
            data-row={refid}
            dir="auto"
            className="min-w-0 truncate font-medium text-message outline-none before:absolute before:inset-0 focus-visible:before:outline-2 focus-visible:before:outline-ring focus-visible:before:-outline-offset-2"
          >
            <MarkedText>{subject}</MarkedText>
          </Link>
          {(priority === 'urgent' || priority === 'high') && (
            <PriorityGlyph priority={priority} alone className="self-center" />
          )}
          {spam && <Badge tone="bad">Spam</Badge>}
          <Time
            at={updatedAt}
            className="relative ms-auto shrink-0 whitespace-nowrap text-fg-muted text-meta"
          />
        </p>
        <p className="truncate text-fg-muted text-meta">
          <span className="font-mono">{refid}</span>
          {' · '}
          <bdi>
            <MarkedText>{customer}</MarkedText>
          </bdi>
          <Holder refid={refid} assignee={assignee} />
        </p>
        {message && <Excerpt message={message} />}
      </div>
    </li>
  )
}

/** A note is told apart as on its ticket: by its tint, by a dashed border with a lock, and in words. */
function Excerpt({ message: { audience, author, at, text } }: { readonly message: FoundMessage }) {
  const isNote = audience === 'agents'
  return (
    <div
      className={clsx(
        'mt-1.5 flex flex-col gap-0.5',
        isNote
          ? 'rounded-control border border-note-border border-dashed bg-note-bg px-2.5 py-1.5'
          : 'border-s-2 ps-2.5',
      )}
    >
      <p className="flex flex-wrap items-center gap-x-1.5 text-fg-muted text-meta">
        {isNote && (
          <Badge tone="note" icon={<Lock aria-hidden="true" className="size-3" />}>
            Internal note
          </Badge>
        )}
        <bdi>{author}</bdi>
        <span aria-hidden="true">·</span>
        <Time at={at} className="relative" />
      </p>
      <p dir="auto" className="wrap-anywhere line-clamp-2 max-w-measure text-console">
        <MarkedText>{text}</MarkedText>
      </p>
    </div>
  )
}
