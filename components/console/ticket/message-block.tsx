import clsx from 'clsx'
import Chain from 'lucide-react/icons/link'
import Lock from 'lucide-react/icons/lock'
import TextQuote from 'lucide-react/icons/text-quote'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Prose } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import type { TimelineMessage } from '@/lib/tickets/timeline'
import { queuePath } from '../queue/address'
import { messageAnchor } from './message-anchor'
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
      id={messageAnchor(message.uid)}
      data-note={isNote || undefined}
      aria-label={`${kindOf(message)} from ${author}`}
      className={clsx(
        'group rounded-card border px-4 py-3 target:outline-2 target:outline-ring',
        isNote && 'border-note-border border-dashed bg-note-bg',
        !isNote && (message.byCustomer ? 'bg-raised' : 'border-accent/25 bg-accent-soft/45'),
      )}
    >
      <header className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <Avatar name={author} />
        <span className="wrap-anywhere min-w-0 font-semibold text-message">{author}</span>
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
        {/* Under a finger they have a line of their own, on every card. */}
        <span className="ms-auto flex items-center gap-2 max-sm:pointer-coarse:w-full max-sm:pointer-coarse:justify-end">
          <Tools uid={message.uid} what={`${kindOf(message).toLowerCase()} from ${author}`} />
          <Time at={message.at} className="whitespace-nowrap text-fg-muted text-meta" />
          {split && !isNote && <SplitButton refid={split} message={message.uid} />}
        </span>
      </header>
      <Prose hand={message.byCustomer ? 'letter' : 'markdown'} className="text-message">
        {message.body}
      </Prose>
    </article>
  )
}

const tool =
  'inline-flex size-6 items-center justify-center rounded-control text-fg-muted hover:bg-hover hover:text-fg pointer-coarse:size-11 [&_svg]:size-3.5'

/** In sight under the pointer and for the keyboard; `MessageTools` does what they say. */
function Tools({ uid, what }: { readonly uid: string; readonly what: string }) {
  return (
    <span className="flex opacity-0 focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:-my-2 pointer-coarse:opacity-100 print:hidden">
      <button
        type="button"
        data-tool="quote"
        aria-label={`Quote the ${what}`}
        title="Quote"
        className={clsx('noscript:hidden', tool)}
      >
        <TextQuote aria-hidden="true" />
      </button>
      <a
        href={`#${messageAnchor(uid)}`}
        data-tool="link"
        aria-label={`Copy a link to the ${what}`}
        title="Copy link"
        className={tool}
      >
        <Chain aria-hidden="true" />
      </a>
    </span>
  )
}

const kindOf = ({ audience, byCustomer }: TimelineMessage) => {
  if (audience === 'agents') return 'Internal note'
  return byCustomer ? 'Message' : 'Reply'
}
