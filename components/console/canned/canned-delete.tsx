import { ConfirmForm } from '@/components/ui/confirm-form'
import type { FormAction } from '@/components/ui/form'
import type { Canned } from '@/lib/canned/canned'

interface CannedDeleteProps {
  readonly action: FormAction
  readonly canned: Pick<Canned, 'uid' | 'name'>
}

export function CannedDelete({ action, canned: { uid, name } }: CannedDeleteProps) {
  return (
    <section aria-labelledby="delete" className="border-t pt-5">
      <h2 id="delete" className="font-semibold text-message">
        Delete
      </h2>
      <p className="mt-1 mb-3 max-w-measure text-fg-muted">
        Nobody finds it any more. What was written and done with it stays. It cannot be taken back.
      </p>
      <ConfirmForm
        action={action}
        fields={{ canned: uid }}
        label="Delete canned reply"
        title={`Delete “${name}”?`}
        description="Nobody finds it any more. It cannot be taken back."
      />
    </section>
  )
}
