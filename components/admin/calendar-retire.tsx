import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'

interface CalendarRetireProps {
  readonly action: FormAction
  readonly uid: string
  /** The policies that count by it. */
  readonly usedBy: readonly string[]
}

export function CalendarRetire({ action, uid, usedBy }: CalendarRetireProps) {
  return (
    <section aria-labelledby="retire" className="border-t pt-5">
      <h2 id="retire" className="font-semibold text-message">
        Retire
      </h2>
      <p className="mt-1 mb-3 max-w-measure text-fg-muted">
        {usedBy.length > 0
          ? `Used by the ${usedBy.length === 1 ? 'policy' : 'policies'} ${usedBy.map((name) => `“${name}”`).join(', ')}. Choose another calendar there before this one can be retired.`
          : 'No policy can choose it any more, and its name is free again. Deadlines that were counted by it stay. It cannot be taken back.'}
      </p>
      {usedBy.length === 0 && (
        <Form action={action}>
          <input type="hidden" name="calendar" value={uid} />
          <SubmitButton variant="danger">Retire calendar</SubmitButton>
        </Form>
      )}
    </section>
  )
}
