import { Form, type FormAction } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { SlaPreview } from './sla-preview'

/** Takes a policy out of use, after saying what that changes. */
export function SlaRetireForm({ action, policy }: { readonly action: FormAction; readonly policy: string }) {
  return (
    <section className="border-t pt-5">
      <h2 className="font-semibold text-message">Retire</h2>
      <p className="mt-1 mb-3 max-w-measure text-fg-muted">
        Its tickets come under the next policy that is for them. What it has promised stays in their history.
      </p>
      <Form action={action} className="flex flex-col gap-4">
        <input type="hidden" name="policy" value={policy} />
        <SubmitButton variant="danger" className="self-start">
          Retire…
        </SubmitButton>
        <SlaPreview confirm="Retire this policy" danger />
      </Form>
    </section>
  )
}
