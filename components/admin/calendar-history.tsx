import { Time } from '@/components/ui/time'
import type { CalendarVersion } from '@/lib/sla/calendars/find'

/** Deadlines keep the version that they were computed with. */
export function CalendarHistory({ versions }: { readonly versions: readonly CalendarVersion[] }) {
  return (
    <section aria-labelledby="history" className="border-t pt-5">
      <h2 id="history" className="font-semibold text-message">
        History
      </h2>
      <p className="mt-0.5 text-fg-muted">
        Tickets that are over keep the version that they were counted by.
      </p>
      <ol className="mt-2 grid max-w-140 divide-y border-y">
        {versions.map(({ number, createdAt, createdBy }) => (
          <li key={number} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>
              <span className="font-medium">Version {number}</span>
              <span className="text-fg-muted">, {createdBy ?? 'the helpdesk itself'}</span>
            </span>
            <span className="text-fg-muted">
              <Time at={createdAt} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
