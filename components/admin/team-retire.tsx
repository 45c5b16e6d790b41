import { ConfirmForm } from '@/components/ui/confirm-form'
import type { FormAction } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import type { Team } from '@/lib/teams/team'

interface TeamRetireProps {
  readonly action: FormAction
  readonly team: Pick<Team, 'uid' | 'name' | 'tickets'>
  /** Whether a policy names it. */
  readonly named: boolean
}

export function TeamRetire({ action, team: { uid, name, tickets }, named }: TeamRetireProps) {
  return (
    <section aria-labelledby="retire" className="border-t pt-5">
      <h2 id="retire" className="font-semibold text-message">
        Retire
      </h2>
      {tickets > 0 ? (
        <p className="mt-1 max-w-measure text-fg-muted">
          <Link href={`/console/tickets?team=${uid}`} className="text-accent-text hover:underline">
            {tickets === 1 ? 'One open ticket belongs' : `${tickets} open tickets belong`}
          </Link>{' '}
          to this team. Hand {tickets === 1 ? 'it' : 'them'} over before the team can be retired.
        </p>
      ) : (
        <>
          <p className="mt-1 mb-3 max-w-measure text-fg-muted">
            Nothing can be given to it any more, and its name is free again. What it did stays in the history.
            {named && ' Policies that name it will find nobody there.'} It cannot be taken back.
          </p>
          <ConfirmForm
            action={action}
            fields={{ team: uid }}
            label="Retire team"
            title={`Retire “${name}”?`}
            description="Nothing can be given to this team any more. It cannot be taken back."
          />
        </>
      )}
    </section>
  )
}
