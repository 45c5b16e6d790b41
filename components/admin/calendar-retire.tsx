import { ConfirmForm } from '@/components/ui/confirm-form'
import type { FormAction } from '@/components/ui/form'

interface CalendarRetireProps {
  readonly action: FormAction
  readonly uid: string
  readonly name: string
  /** The policies that count by it. */
  readonly usedBy: readonly string[]
}

export function CalendarRetire({ action, uid, name, usedBy }: CalendarRetireProps) {
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
        <ConfirmForm
          action={action}
          fields={{ calendar: uid }}
          label="Retire calendar"
          title={`Retire “${name}”?`}
          description="No policy can choose this calendar any more. It cannot be taken back."
        />
      )}
    </section>
  )
}
