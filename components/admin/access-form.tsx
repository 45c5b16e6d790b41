import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import type { PersonRow } from '@/lib/people/person'

/** Lets somebody in or keeps them out. Both ways can be taken back, so neither asks twice. */
export function AccessForm({ action, person }: { readonly action: FormAction; readonly person: PersonRow }) {
  const { email, deactivatedAt } = person
  return (
    <section className="border-t pt-5">
      <h2 className="font-semibold text-message">Access</h2>
      <p className="mt-1 mb-3 max-w-measure text-fg-muted">
        {deactivatedAt ? (
          <>
            Deactivated <Time at={deactivatedAt} />. Signing in is refused until somebody reactivates the
            account.
          </>
        ) : (
          'Deactivating signs them out everywhere at once and keeps them out. What they wrote stays, and so do their tickets, until somebody gives these to another agent.'
        )}
      </p>
      <Form key={deactivatedAt ? 'out' : 'in'} action={action}>
        <input type="hidden" name="email" value={email} />
        {deactivatedAt ? (
          <SubmitButton variant="secondary">Reactivate</SubmitButton>
        ) : (
          <SubmitButton variant="danger">Deactivate</SubmitButton>
        )}
      </Form>
    </section>
  )
}
