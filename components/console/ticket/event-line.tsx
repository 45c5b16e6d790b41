import { absolute, clockTime } from '@/components/ui/time-words'
import type { TimelineEvent } from '@/lib/tickets/timeline'
import { eventWords } from './event-words'

interface EventLineProps {
  readonly event: TimelineEvent
  readonly timeZone: string
}

/** Who did what and when, on one line; the day stands above it. */
export function EventLine({ event, timeZone }: EventLineProps) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5 ps-11 text-fg-muted text-meta before:-ms-6.5 before:size-1.5 before:self-center before:rounded-full before:bg-border-strong">
      <span className="ms-3.5 min-w-0 wrap-anywhere">
        <span className="font-medium text-fg">{event.author ?? 'Deskwell'}</span> {eventWords(event)}
      </span>
      <time dateTime={event.at} title={absolute(event.at, timeZone)}>
        {clockTime(event.at, event.at, timeZone)}
      </time>
    </p>
  )
}
