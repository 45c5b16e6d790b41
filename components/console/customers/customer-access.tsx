import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import type { CustomerFacts } from '@/lib/people/customer'

interface CustomerAccessProps {
  readonly action: FormAction
  readonly customer: Pick<CustomerFacts, 'uid' | 'deactivatedAt'>
}

/** Lets a customer in or keeps them out. Both ways can be taken back, so neither asks twice. */
export function CustomerAccess({ action, customer: { uid, deactivatedAt } }: CustomerAccessProps) {
  return (
    <section className="border-t pt-4">
      <h2 className="font-semibold text-message">Access</h2>
      <p className="mt-1 mb-3 text-fg-muted">
        {deactivatedAt ? (
          <>
            Deactivated <Time at={deactivatedAt} />. Signing in is refused until an admin reactivates the
            account.
          </>
        ) : (
          'Deactivating signs them out everywhere at once and keeps them out. Their tickets and what they wrote stay.'
        )}
      </p>
      <Form key={deactivatedAt ? 'out' : 'in'} action={action}>
        <input type="hidden" name="customer" value={uid} />
        {deactivatedAt ? (
          <SubmitButton variant="secondary">Reactivate</SubmitButton>
        ) : (
          <SubmitButton variant="danger">Deactivate</SubmitButton>
        )}
      </Form>
    </section>
  )
}
