import type { Groups } from '@/lib/tickets/queue-groups'
import type { QueueChoices } from '@/lib/tickets/queue-sorts'
import { groupsWords } from './view-words'

interface ViewConditionsProps {
  readonly view: Groups
  readonly names: QueueChoices
}

/** What a view asks beside its filters, as a sentence. */
export function ViewConditions({ view, names }: ViewConditionsProps) {
  if (view.groups.length === 0) return null
  return (
    <p dir="auto" className="mt-1 wrap-anywhere">
      <span className="text-fg-muted">Where </span>
      {groupsWords(view, names)}
    </p>
  )
}
