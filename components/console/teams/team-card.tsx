import clsx from 'clsx'
import { Avatar } from '@/components/ui/avatar'
import type { FormAction } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { plural } from '@/lib/plural'
import type { MemberAtWork, TeamAtWork } from '@/lib/teams/board'
import type { Giving } from '@/lib/teams/team'
import { queuePath } from '../queue/address'
import { AvailabilityForm } from './availability-form'

interface TeamCardProps {
  readonly team: TeamAtWork
  readonly you: string
  readonly mayChange: boolean
  readonly action: FormAction
}

export function TeamCard({ team, you, mayChange, action }: TeamCardProps) {
  const { uid, name, retired, giving, tickets, waiting, members } = team
  return (
    <section
      aria-labelledby={uid}
      className="mb-4 break-inside-avoid rounded-card border bg-raised px-4 py-3"
    >
      <h2 id={uid} className="wrap-anywhere font-semibold text-message">
        {name}
      </h2>
      <p className="text-fg-muted text-meta">
        <Link href={`${queuePath}?team=${uid}`} className="hover:underline">
          {plural(tickets, 'open ticket')}
        </Link>
        {waiting > 0 && (
          <>
            {' · '}
            <Link href={`${queuePath}?team=${uid}&assignee=none`} className="hover:underline">
              {waiting === 1 ? '1 that nobody has' : `${waiting} that nobody has`}
            </Link>
          </>
        )}
        {' · '}
        {retired ? 'retired: hand its tickets over' : rule(giving)}
      </p>
      {members.length === 0 ? (
        <p className="mt-2 text-fg-muted">Nobody is in this team.</p>
      ) : (
        <ul aria-label={`Members of ${name}`} className="mt-2 divide-y border-t">
          {members.map((member) => (
            <li key={member.email} className="flex min-h-11 items-center gap-2.5 py-1">
              <Member member={member} limit={giving.rule === 'off' ? null : giving.limit} />
              {mayChange && member.email !== you && (
                <AvailabilityForm action={action} away={member.awaySince !== null} person={member} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface MemberProps {
  readonly member: MemberAtWork
  readonly limit: number | null
}

function Member({ member: { email, name, awaySince, tickets }, limit }: MemberProps) {
  return (
    <>
      <span className="relative">
        <Avatar name={name} />
        <span
          className={clsx(
            'absolute -end-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-raised',
            awaySince ? 'bg-sla-paused-solid' : 'bg-sla-met-solid',
          )}
        />
      </span>
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate">
          {name}
        </span>
        <span className="block text-fg-muted text-meta">
          {awaySince ? (
            <>
              Away, <Time at={awaySince} />
            </>
          ) : (
            'Available'
          )}
        </span>
      </span>
      <Link
        href={`${queuePath}?assignee=${encodeURIComponent(email)}`}
        aria-label={`${name}: ${plural(tickets, 'open ticket')}${limit === null ? '' : `, at most ${limit}`}`}
        className="inline-flex min-h-6 items-center text-fg-muted hover:text-fg hover:underline"
      >
        {tickets}
        {limit !== null && ` of ${limit}`} open
      </Link>
    </>
  )
}

function rule({ rule, limit }: Giving) {
  if (rule === 'off') return 'taken by hand'
  const how = rule === 'round_robin' ? 'given in turn' : 'given to who has least'
  return limit === null ? how : `${how}, up to ${limit} each`
}
