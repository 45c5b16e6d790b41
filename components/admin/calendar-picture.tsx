import { dayLength } from '@/lib/day-length'
import type { Hours } from '@/lib/sla/calendar'
import { weekdayWords, weekOf, windowOf, windowsInWords } from '@/lib/sla/calendars/words'

const hour = dayLength / 24
const marks = [0, 6, 12, 18, 24]

/** A week as seven bars from midnight to midnight, each with its hours in words. */
export function CalendarPicture({ weekly }: Pick<Hours, 'weekly'>) {
  return (
    <div className="text-meta">
      <ul aria-label="The week" className="grid gap-1.5">
        {weekOf(weekly).map((spans, place) => (
          <li
            key={weekdayWords[place]}
            className="grid grid-cols-[2.25rem_minmax(0,1fr)] items-center gap-x-2 sm:grid-cols-[2.25rem_minmax(0,1fr)_12rem]"
          >
            <span className="text-fg-muted">{weekdayWords[place]}</span>
            <svg
              aria-hidden="true"
              viewBox="0 0 24 1"
              preserveAspectRatio="none"
              className="h-4 w-full rounded-chip bg-hover"
            >
              {spans.map(({ from, to }) => (
                <rect
                  key={from}
                  x={from / hour}
                  y={0}
                  width={(to - from) / hour}
                  height={1}
                  className="fill-chart-c1"
                />
              ))}
              {marks.slice(1, -1).map((mark) => (
                <line
                  key={mark}
                  x1={mark}
                  x2={mark}
                  y1={0}
                  y2={1}
                  className="stroke-surface"
                  strokeWidth={1}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            </svg>
            <span className="max-sm:col-start-2 wrap-anywhere">
              {spans.length > 0 ? (
                windowsInWords(spans.map(windowOf))
              ) : (
                <span className="text-fg-muted">Closed</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <div
        aria-hidden="true"
        className="mt-1 ms-11 flex justify-between text-fg-subtle sm:me-50 max-sm:text-[0.6875rem]"
      >
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </div>
    </div>
  )
}
