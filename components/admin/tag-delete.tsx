import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'

interface TagDeleteProps {
  readonly action: FormAction
  readonly name: string
  /** Why it stays; null: nobody uses it. */
  readonly kept: string | null
}

export function TagDelete({ action, name, kept }: TagDeleteProps) {
  return (
    <section aria-labelledby="delete" className="border-t pt-5">
      <h2 id="delete" className="font-semibold text-message">
        Delete
      </h2>
      <p className="mt-1 mb-3 max-w-measure text-fg-muted">
        {kept ??
          'No ticket bears it, and no canned reply or policy names it. Agents can make it anew by using it.'}
      </p>
      {kept === null && (
        <Form action={action}>
          <input type="hidden" name="tag" value={name} />
          <SubmitButton variant="danger">Delete tag</SubmitButton>
        </Form>
      )}
    </section>
  )
}
