import { Avatar } from '@/components/ui/avatar'
import { Prose } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import type { PublicEvent, PublicMessage } from '@/lib/portal/thread'
import { timeline } from '@/lib/portal/timeline'
import { RequestLink } from './request-link'

interface ThreadProps {
  readonly messages: readonly PublicMessage[]
  readonly events: readonly PublicEvent[]
}

/** All that was said and that happened, oldest first. */
export function Thread({ messages, events }: ThreadProps) {
  return (
    <ol className="space-y-7 *:relative *:isolate *:not-last:before:absolute *:not-last:before:start-4 *:not-last:before:top-3 *:not-last:before:-bottom-10 *:not-last:before:-z-10 *:not-last:before:border-s">
      {timeline(messages, events).map((entry) =>
        entry.is === 'message' ? (
          <li key={entry.message.uid}>
            <Message message={entry.message} />
          </li>
        ) : (
          <li key={entry.event.uid} className="flex items-baseline gap-3 text-console text-fg-muted">
            <span aria-hidden="true" className="flex w-8 shrink-0 justify-center bg-surface">
              <span className="size-1.5 rounded-full bg-border-strong" />
            </span>
            <p>
              <Sentence {...entry.event} /> · <Time at={entry.event.at} as="clock" />
            </p>
          </li>
        ),
      )}
    </ol>
  )
}

function Sentence({ sentence, other }: { readonly sentence: string; readonly other: string | null }) {
  const [before, after] = other ? sentence.split(other) : []
  if (!other || before === undefined) return sentence
  return (
    <>
      {before}
      <RequestLink refid={other} />
      {after}
    </>
  )
}

function Message({ message: { author, from, body, createdAt } }: { readonly message: PublicMessage }) {
  const name = from === 'you' ? 'You' : `${author}, support`
  return (
    <article aria-label={`Message from ${name}`} className="flex gap-3">
      <span className="h-fit rounded-full bg-surface">
        <Avatar name={author} size={32} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 pt-1 text-message">
          <span className="wrap-anywhere font-medium">{name}</span>
          <Time at={createdAt} as="clock" className="text-console text-fg-muted" />
        </p>
        <Prose hand={from === 'you' ? 'letter' : 'markdown'} className="mt-1 text-portal">
          {body}
        </Prose>
      </div>
    </article>
  )
}
