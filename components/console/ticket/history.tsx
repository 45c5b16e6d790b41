import ChevronRight from 'lucide-react/icons/chevron-right'
import { LinkButton } from '@/components/ui/link-button'
import type { TimelineEntry } from '@/lib/tickets/timeline'
import { absolute } from '@/lib/time-words'
import { eventWords } from './event-words'

interface HistoryProps {
  readonly entries: readonly TimelineEntry[]
  /** Whether there are earlier ones. */
  readonly earlier: boolean
  /** The address of the page with all of them; undefined: this is it. */
  readonly allHref: string | undefined
  readonly timeZone: string
}

/** The steps, newest first, with who and exactly when: for those who have to know how it came about. */
export function History({ entries, earlier, allHref, timeZone }: HistoryProps) {
  return (
    <details className="group">
      <summary className="flex min-h-6 list-none items-center gap-1 font-semibold">
        <ChevronRight aria-hidden="true" className="size-3.5 text-fg-subtle group-open:rotate-90" />
        History
        <span className="font-normal text-fg-muted text-meta">
          {earlier ? `the last ${entries.length}` : entries.length}
        </span>
      </summary>
      <div className="flex flex-col items-start gap-2 pt-2">
        <Steps entries={entries} timeZone={timeZone} />
        {earlier && allHref && (
          <LinkButton href={allHref} size={28}>
            Show all earlier steps
          </LinkButton>
        )}
      </div>
    </details>
  )
}

function Steps({ entries, timeZone }: Pick<HistoryProps, 'entries' | 'timeZone'>) {
  return (
    <ol className="flex flex-col gap-2">
      {entries.toReversed().map((entry) => (
        <li key={entry.uid} className="text-meta">
          <span className="font-medium">{entry.author ?? 'Deskwell'}</span> {stepWords(entry, timeZone)}
          <time dateTime={entry.at} className="block text-fg-muted">
            {absolute(entry.at, timeZone)}
          </time>
        </li>
      ))}
    </ol>
  )
}

const stepWords = (entry: TimelineEntry, timeZone: string) => {
  if (entry.type === 'event') return eventWords(entry, timeZone)
  if (entry.audience === 'agents') return 'added an internal note'
  return entry.byCustomer ? 'wrote' : 'replied'
}
