import { LinkButton } from '@/components/ui/link-button'
import type { TimelineEntry } from '@/lib/tickets/timeline'
import { byDay } from './day-groups'
import { EventLine } from './event-line'
import { MessageBlock } from './message-block'
import { MessageTools } from './message-tools'
import { latest } from './timeline-anchor'

interface TimelineProps {
  readonly entries: readonly TimelineEntry[]
  readonly earlier: boolean
  readonly refid: string
  /** The address of the page with all that a page shows; undefined: this is it. */
  readonly allHref: string | undefined
  readonly now: Date
  readonly timeZone: string
}

const isPublic = (entry: TimelineEntry) => entry.type === 'message' && entry.audience === 'everyone'

/** What was said and done, oldest first. */
export function Timeline({ entries, earlier, refid, allHref, now, timeZone }: TimelineProps) {
  const newest = entries.at(-1)
  // A ticket keeps at least one message that the customer can read.
  const several = earlier || entries.filter(isPublic).length > 1
  return (
    <section aria-label="Timeline" data-timeline className="may-be-covered flex flex-col">
      <MessageTools earlierHref={earlier ? allHref : undefined} earlier={earlier}>
        {earlier && !allHref && (
          <p className="mt-3 self-center text-fg-muted text-meta">
            What was written before is more than a page can show.
          </p>
        )}
        {earlier && allHref && (
          <LinkButton href={allHref} size={28} className="mt-3 self-center">
            Show all earlier entries
          </LinkButton>
        )}
        {byDay(entries, now, timeZone).map(({ label, things }) => (
          <section key={label} aria-label={label}>
            <h2 className="flex items-center gap-3 py-3 text-fg-muted text-meta before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
              {label}
            </h2>
            <ol className="flex flex-col gap-3">
              {things.map((entry) => (
                <li key={entry.uid} id={entry === newest ? latest : undefined}>
                  {entry.type === 'message' ? (
                    <MessageBlock message={entry} split={several ? refid : undefined} />
                  ) : (
                    <EventLine event={entry} timeZone={timeZone} />
                  )}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </MessageTools>
    </section>
  )
}
