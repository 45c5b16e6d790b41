import type { TimelineEvent } from '@/lib/tickets/timeline'
import { absolute, clockTime } from '@/lib/time-words'
import { eventWords } from './event-words'

interface EventLineProps {
  readonly event: TimelineEvent
  readonly timeZone: string
}

/** Who did what and when; the day stands above it. */
export function EventLine({ event, timeZone }: EventLineProps) {
  return (
    <p className="wrap-anywhere relative ps-11 text-fg-muted text-meta before:absolute before:start-4.5 before:top-1.25 before:size-1.5 before:rounded-full before:bg-border-strong">
      <span className="me-0.5">
        <span className="font-medium text-fg">{event.author ?? 'Deskwell'}</span>{' '}
        {eventWords(event, timeZone)}
      </span>{' '}
      <time dateTime={event.at} title={absolute(event.at, timeZone)} className="whitespace-nowrap">
        {clockTime(event.at, event.at, timeZone)}
      </time>
    </p>
  )
}
