import type { ReactNode } from 'react'
import { closeRequest, reopenRequest } from '@/app/(portal)/tickets/actions'
import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'

interface OfRequest {
  readonly refid: string
}

/** After we marked it as solved: the customer has the last word. */
export function SolvedQuestion({ refid, mayReopen }: OfRequest & { readonly mayReopen: boolean }) {
  return (
    <section aria-labelledby="solved" className="rounded-card border bg-raised p-4 sm:p-5">
      <h2 id="solved" className="font-semibold text-portal">
        Is it solved?
      </h2>
      <p className="mt-0.5 text-fg-muted text-message">
        {mayReopen
          ? 'We think so. If it is not, say so and we take it up again.'
          : 'We think so. If it is not, write below and we take it up as a new request.'}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <OneStep action={closeRequest} refid={refid} variant="primary">
          Yes, close it
        </OneStep>
        {mayReopen && (
          <OneStep action={reopenRequest} refid={refid}>
            No, still a problem
          </OneStep>
        )}
      </div>
    </section>
  )
}

/** Out of the way, because most requests end by being solved. */
export function CloseUnsolved({ refid }: OfRequest) {
  return (
    <details className="group border-t pt-4">
      <summary className="inline-flex min-h-9 list-none items-center rounded-control text-fg-muted text-message underline decoration-border-strong underline-offset-4 hover:text-fg pointer-coarse:min-h-11">
        No longer need help?
      </summary>
      <p className="mt-1 mb-3 max-w-measure text-message">
        Close this request and we stop working on it. All that was written stays here, and you can reopen it
        for some days.
      </p>
      <OneStep action={closeRequest} refid={refid}>
        Close this request
      </OneStep>
    </details>
  )
}

export function ReopenOwn({ refid }: OfRequest) {
  return (
    <section aria-labelledby="closed" className="rounded-card border bg-raised p-4 sm:p-5">
      <h2 id="closed" className="font-semibold text-portal">
        You closed this request
      </h2>
      <p className="mt-0.5 mb-3 text-fg-muted text-message">
        Not done after all? It goes on where it stopped.
      </p>
      <OneStep action={reopenRequest} refid={refid}>
        Reopen it
      </OneStep>
    </section>
  )
}

interface OneStepProps extends OfRequest {
  readonly action: FormAction
  readonly variant?: 'primary' | 'secondary'
  readonly children: ReactNode
}

const OneStep = ({ action, refid, variant = 'secondary', children }: OneStepProps) => (
  <Form action={action}>
    <input type="hidden" name="refid" value={refid} />
    <SubmitButton variant={variant}>{children}</SubmitButton>
  </Form>
)
