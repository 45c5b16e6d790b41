import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'

interface CannedDeleteProps {
  readonly action: FormAction
  readonly uid: string
}

export function CannedDelete({ action, uid }: CannedDeleteProps) {
  return (
    <section aria-labelledby="delete" className="border-t pt-5">
      <h2 id="delete" className="font-semibold text-message">
        Delete
      </h2>
      <p className="mt-1 mb-3 max-w-measure text-fg-muted">
        Nobody finds it any more. What was written and done with it stays. It cannot be taken back.
      </p>
      <Form action={action}>
        <input type="hidden" name="canned" value={uid} />
        <SubmitButton variant="danger">Delete canned reply</SubmitButton>
      </Form>
    </section>
  )
}
