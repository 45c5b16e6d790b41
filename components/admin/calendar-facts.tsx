import type { Hours } from '@/lib/sla/calendar'
import { dateInWords, specialDayInWords } from '@/lib/sla/calendars/words'
import { CalendarPicture } from './calendar-picture'

/** A calendar that is not edited any more, to read. */
export function CalendarFacts({ hours }: { readonly hours: Hours }) {
  return (
    <div className="flex max-w-140 flex-col gap-5">
      <CalendarPicture weekly={hours.weekly} />
      {hours.days.length > 0 && (
        <section aria-labelledby="days">
          <h2 id="days" className="font-semibold text-message">
            Special days
          </h2>
          <ul className="mt-2 divide-y border-y">
            {hours.days.map((day) => (
              <li key={day.date} className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 py-1.5">
                <span className="text-fg-muted">{dateInWords(day.date)}</span>
                <span className="wrap-anywhere">
                  {day.name}
                  <span className="block text-fg-muted text-meta">{specialDayInWords(day)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
