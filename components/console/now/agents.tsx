import { Avatar } from '@/components/ui/avatar'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { OnDuty } from '@/lib/analytics/now'
import { queueHref } from '../queue/address'
import { List } from './lists'

/** Of those who have nothing to do a few are enough. */
const mostIdle = 10

/** Who has how much to do, and who is away. */
export function Agents({ agents }: { readonly agents: readonly OnDuty[] }) {
  const most = Math.max(1, ...agents.map(({ load }) => load))
  const left = new Set(agents.filter(({ load }) => load === 0).slice(mostIdle))
  const shown = agents.filter((one) => !left.has(one))
  return (
    <List title="Agents" empty="Nobody works here yet.">
      {shown.map(({ name, email, load, awaySince, gone }) => (
        <li key={email} className="flex min-h-10 items-center gap-2.5 py-1">
          <Avatar name={name} />
          <div className="min-w-0 flex-1">
            <p className="flex items-baseline justify-between gap-2">
              <span className="truncate">{name}</span>
              <Link href={queueHref({ assignee: email })} className="shrink-0 hover:underline">
                {load === 1 ? '1 ticket' : `${load.toLocaleString('en')} tickets`}
              </Link>
            </p>
            {gone ? (
              <p className="text-meta text-sla-risk-text">Deactivated: somebody has to take over</p>
            ) : awaySince ? (
              <p className="text-fg-muted text-meta">
                Away since <Time at={awaySince} as="clock" />
              </p>
            ) : (
              <div aria-hidden="true" className="mt-0.5 h-1 rounded-full bg-subtle">
                <div
                  className="h-full rounded-full bg-chart-c1"
                  style={{ width: `${(100 * load) / most}%` }}
                />
              </div>
            )}
          </div>
        </li>
      ))}
      {left.size > 0 && (
        <li className="py-2 text-fg-muted text-meta">
          {`and ${left.size.toLocaleString('en')} more who have no ticket`}
        </li>
      )}
    </List>
  )
}
