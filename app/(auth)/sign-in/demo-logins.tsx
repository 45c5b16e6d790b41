import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { roles } from '@/lib/people/roles'
import { continueAs } from './actions'

export function DemoLogins({ next }: { readonly next: string | undefined }) {
  return (
    <section aria-labelledby="demo" className="mt-8 border-t pt-6">
      <h2 id="demo" className="font-medium text-message">
        Have a look around
      </h2>
      <p className="mt-1 mb-4 text-fg-muted text-message">
        This is a demo. Each role sees a helpdesk of its own.
      </p>
      <div className="grid gap-2 min-[26rem]:grid-cols-2">
        {roles.map((role) => (
          <Form key={role} action={continueAs}>
            <input type="hidden" name="role" value={role} />
            {next && <input type="hidden" name="next" value={next} />}
            <SubmitButton variant="secondary" className="w-full">
              Continue as {role}
            </SubmitButton>
          </Form>
        ))}
      </div>
    </section>
  )
}
