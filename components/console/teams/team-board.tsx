import { Clock } from '@/components/ui/clock'
import { EmptyState } from '@/components/ui/empty-state'
import type { FormAction } from '@/components/ui/form'
import { PageHeader } from '@/components/ui/page-header'
import type { TeamAtWork } from '@/lib/teams/board'
import { Following } from '../live/following'
import { AvailabilityForm } from './availability-form'
import { TeamCard } from './team-card'

interface TeamBoardProps {
  readonly teams: readonly TeamAtWork[]
  /** The reader's address. */
  readonly you: string
  readonly away: boolean
  /** Whether the reader may say for others that they are there. */
  readonly mayChange: boolean
  readonly action: FormAction
  readonly now: Date
  readonly timeZone: string
}

/** The teams, who of them is there, and how much each has to do. */
export function TeamBoard({ teams, you, away, mayChange, action, now, timeZone }: TeamBoardProps) {
  return (
    <Clock now={now.toISOString()} timeZone={timeZone}>
      <Following />
      <div className="mx-auto flex w-full max-w-wide flex-col gap-4 px-4 py-4 lg:px-6">
        <PageHeader
          title="Availability"
          description={
            away
              ? 'You are away: you are given nothing new until you are back.'
              : 'You are available: your teams may give you tickets.'
          }
          actions={<AvailabilityForm action={action} away={away} own />}
        />
        {teams.length > 0 ? (
          <div className="gap-4 lg:columns-2">
            {teams.map((team) => (
              <TeamCard key={team.uid} team={team} you={you} mayChange={mayChange} action={action} />
            ))}
          </div>
        ) : (
          <EmptyState title="There are no teams yet">
            Admins make them, of everybody who works here.
          </EmptyState>
        )}
      </div>
    </Clock>
  )
}
