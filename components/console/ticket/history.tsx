import type { TimelineEntry } from '@/lib/tickets/timeline'
import { absolute } from '@/lib/time-words'
import { eventWords } from './event-words'

interface HistoryProps {
  readonly entries: readonly TimelineEntry[]
  readonly timeZone: string
}

/** Every step, newest first, with who and exactly when: for those who have to know how it came about. */
export function History({ entries, timeZone }: HistoryProps) {
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
