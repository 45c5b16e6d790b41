import { Avatar } from '@/components/ui/avatar'
import type { Team } from '@/lib/teams/team'

/** A team that is not edited any more, to read. */
export function TeamFacts({ members }: Pick<Team, 'members'>) {
  return (
    <section aria-labelledby="members">
      <h2 id="members" className="font-semibold text-message">
        Members at the end
      </h2>
      {members.length === 0 ? (
        <p className="mt-1 text-fg-muted">Nobody who still works here.</p>
      ) : (
        <ul className="mt-2 divide-y border-y">
          {members.map(({ email, name }) => (
            <li key={email} className="flex items-center gap-2.5 py-1.5">
              <Avatar name={name} />
              <span className="min-w-0 wrap-anywhere">
                {name} <span className="text-fg-muted text-meta">{email}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
