import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { Team } from '@/lib/teams/team'

/** Teams that get nothing any more: the history still names them. */
export function RetiredTeams({ teams }: { readonly teams: readonly Team[] }) {
  if (teams.length === 0) return null
  return (
    <details>
      <summary className="cursor-pointer py-1 text-fg-muted">
        {teams.length === 1 ? '1 retired team' : `${teams.length} retired teams`}
      </summary>
      <ul className="mt-1 flex flex-col divide-y text-console">
        {teams.map(({ uid, name, retiredAt }) => (
          <li key={uid} className="wrap-anywhere py-1.5">
            <Link href={`/admin/teams/${uid}`} className="font-medium hover:underline">
              {name}
            </Link>{' '}
            <span className="text-fg-muted">retired {retiredAt && <Time at={retiredAt} />}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
