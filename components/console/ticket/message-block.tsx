import clsx from 'clsx'
import Lock from 'lucide-react/icons/lock'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Prose } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import type { TimelineMessage } from '@/lib/tickets/timeline'
import { queuePath } from '../queue/address'
import { SplitButton } from './split-button'

interface MessageBlockProps {
  readonly message: TimelineMessage
  /** The ticket that it can be split from. */
  readonly split?: string
}

/** A note is told apart three times: by its tint, by a dashed border with a lock, and in words. */
export function MessageBlock({ message, split }: MessageBlockProps) {
  const isNote = message.audience === 'agents'
  const author = message.author ?? 'Deskwell'
  return (
    <article
      aria-label={`${kindOf(message)} from ${author}`}
      className={clsx(
        'rounded-card border px-4 py-3',
        isNote && 'border-note-border border-dashed bg-note-bg',
        !isNote && (message.byCustomer ? 'bg-raised' : 'border-accent/25 bg-accent-soft/45'),
      )}
    >
      <header className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <Avatar name={author} />
        <span className="font-semibold text-message">{author}</span>
        {isNote ? (
          <Badge tone="note" icon={<Lock aria-hidden="true" className="size-3" />}>
            Internal note
          </Badge>
        ) : (
          <span className="text-fg-muted text-meta">{message.byCustomer ? 'Customer' : 'Agent'}</span>
        )}
        {message.origin && (
          <span className="text-fg-muted text-meta">
            from{' '}
            <Link href={`${queuePath}/${message.origin}`} className="font-mono hover:underline">
              {message.origin}
            </Link>
          </span>
        )}
        <Time at={message.at} className="ms-auto text-fg-muted text-meta" />
        {split && !isNote && <SplitButton refid={split} message={message.uid} />}
      </header>
      <Prose className="text-message">{message.body}</Prose>
    </article>
  )
}

const kindOf = ({ audience, byCustomer }: TimelineMessage) => {
  if (audience === 'agents') return 'Internal note'
  return byCustomer ? 'Message' : 'Reply'
}
