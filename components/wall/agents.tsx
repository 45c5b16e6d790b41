import { Time } from '@/components/ui/time'
import type { Wall } from '@/lib/wallboards/show'
import { Empty } from './empty'

/** Who has how much to do, and who is away. */
export function Agents({ agents }: Pick<Wall, 'agents'>) {
  if (agents.length === 0) return <Empty>Nobody works here yet.</Empty>
  const most = Math.max(1, ...agents.map(({ load }) => load))
  return (
    <ul className="grid flex-1 content-start gap-x-[2em] gap-y-[1em] sm:grid-cols-2 sm:text-[1.25em]">
      {agents.map(({ name, load, awaySince }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two agents may be called alike, and a row keeps nothing
        <li key={place} className="min-w-0">
          <p className="flex items-baseline justify-between gap-[1em]">
            <span dir="auto" className="truncate">
              {name}
            </span>
            <span className="font-semibold">{load.toLocaleString('en')}</span>
          </p>
          {awaySince ? (
            <p className="text-[0.8em] text-fg-muted">
              Away since <Time at={awaySince} as="clock" />
            </p>
          ) : (
            <div aria-hidden="true" className="mt-[0.3em] h-[0.35em] rounded-full bg-hover">
              <div className="h-full rounded-full bg-chart-c1" style={{ width: `${(100 * load) / most}%` }} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
