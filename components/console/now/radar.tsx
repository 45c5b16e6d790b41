import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import type { Due } from '@/lib/analytics/now'
import { targetWord } from '@/lib/sla/target'
import { type Priority, priorities, priorityWord } from '@/lib/tickets/ticket'
import { clockTime, millis, timeOfDay } from '@/lib/time-words'
import { queuePath } from '../queue/address'

interface RadarProps {
  readonly deadlines: readonly Due[]
  readonly now: Date
  readonly timeZone: string
}

const hour = 3_600_000
const hours = [0, 1, 2, 3, 4] as const
const whole = 4 * hour

const marks: Readonly<Record<Priority, string>> = {
  urgent: 'bg-prio-urgent-solid forced-colors:bg-[CanvasText] rotate-45 rounded-[2px]',
  high: 'bg-prio-high-solid forced-colors:bg-[CanvasText] rounded-[3px]',
  medium: 'bg-prio-medium-solid forced-colors:bg-[CanvasText] rounded-full',
  low: 'border-2 border-prio-low-solid bg-surface rounded-full',
}

/** The deadlines of the next four hours on a line of time, a lane for each priority; each leads to its ticket. */
export function Radar({ deadlines, now, timeZone }: RadarProps) {
  return (
    <section aria-labelledby="radar" className="flex flex-col gap-3">
      <div>
        <h2 id="radar" className="font-semibold text-message">
          Breach radar
        </h2>
        <p className="text-fg-muted">
          What is due within four hours; each mark is a deadline, and leads to its ticket.
        </p>
      </div>
      {deadlines.length === 0 ? (
        <div className="flex h-40 items-center rounded-card border border-dashed">
          <EmptyState heading="h3" title="Nothing is due within four hours">
            A deadline appears here four hours before it passes.
          </EmptyState>
        </div>
      ) : (
        <div className="rounded-card border">
          {priorities.toReversed().map((priority) => (
            <Lane
              key={priority}
              priority={priority}
              deadlines={deadlines.filter((one) => one.priority === priority)}
              now={now}
              timeZone={timeZone}
            />
          ))}
          <div
            aria-hidden="true"
            className="relative ms-20 me-10 h-6 border-t text-fg-muted text-meta leading-6"
          >
            {hours.map((one) => (
              <span
                key={one}
                className="absolute -translate-x-1/2 rtl:translate-x-1/2"
                style={{ insetInlineStart: `${25 * one}%` }}
              >
                {one === 0 ? 'now' : timeOfDay(now.getTime() + one * hour, timeZone)}
              </span>
            ))}
          </div>
        </div>
      )}
    </section>
  )
}

interface LaneProps extends RadarProps {
  readonly priority: Priority
}

function Lane({ priority, deadlines, now, timeZone }: LaneProps) {
  return (
    <div className="flex h-10 items-center not-first:border-t">
      <h3 className="w-20 shrink-0 ps-3 text-fg-muted">
        {priorityWord[priority]}
        <span className="sr-only">: {deadlines.length} due</span>
      </h3>
      <ul className="relative me-10 h-full flex-1 border-x bg-[linear-gradient(var(--border),var(--border)),linear-gradient(var(--border),var(--border)),linear-gradient(var(--border),var(--border))] bg-[position:25%_0,50%_0,75%_0] bg-[size:1px_100%] bg-no-repeat">
        {deadlines.map(({ refid, subject, target, dueAt, assignee }) => {
          const left = Math.min(1, Math.max(0, (millis(dueAt) - now.getTime()) / whole))
          const words = `${subject}: ${targetWord[target].toLowerCase()} due ${clockTime(dueAt, now, timeZone)}, ${assignee ?? 'unassigned'}`
          return (
            <li
              key={`${refid} ${target}`}
              className="absolute top-0 h-full -translate-x-1/2"
              style={{ insetInlineStart: `${(100 * left).toFixed(2)}%` }}
            >
              <Link
                href={`${queuePath}/${refid}`}
                title={words}
                aria-label={words}
                className="grid h-full w-6 place-items-center rounded-control"
              >
                <span className={`size-3 ${marks[priority]}`} />
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
