import { ConfirmForm } from '@/components/ui/confirm-form'
import { Form, type FormAction } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import type { PersonRow } from '@/lib/people/person'

interface AccessFormProps {
  readonly action: FormAction
  readonly person: PersonRow
  /** It is whoever looks. */
  readonly isSelf: boolean
}

/** Lets somebody in or keeps them out. Both ways can be taken back, so neither asks twice; only oneself cannot come back alone. */
export function AccessForm({ action, person, isSelf }: AccessFormProps) {
  const { email, deactivatedAt } = person
  return (
    <section className="border-t pt-5">
      <h2 className="font-semibold text-message">Access</h2>
      <p className="mt-1 mb-3 max-w-measure text-fg-muted">
        {deactivatedAt ? (
          <>
            Deactivated <Time at={deactivatedAt} />. Signing in is refused until somebody reactivates the
            account. <TicketsOf email={email}>Their open tickets</TicketsOf> wait for another agent.
          </>
        ) : (
          <>
            Deactivating signs them out everywhere at once and keeps them out. What they wrote stays, and so
            do <TicketsOf email={email}>their tickets</TicketsOf>, until somebody gives these to another
            agent.
          </>
        )}
      </p>
      {isSelf ? (
        <ConfirmForm
          action={action}
          fields={{ email }}
          label="Deactivate"
          title="Deactivate yourself?"
          description="You are signed out at once, and only another admin can let you in again."
        />
      ) : (
        <Form key={deactivatedAt ? 'out' : 'in'} action={action}>
          <input type="hidden" name="email" value={email} />
          {deactivatedAt ? (
            <SubmitButton variant="secondary">Reactivate</SubmitButton>
          ) : (
            <SubmitButton variant="danger">Deactivate</SubmitButton>
          )}
        </Form>
      )}
    </section>
  )
}

const TicketsOf = ({ email, children }: { readonly email: string; readonly children: string }) => (
  <Link
    href={`/console/tickets?assignee=${encodeURIComponent(email)}`}
    className="text-accent-text underline underline-offset-2"
  >
    {children}
  </Link>
)
