import type { QueueFilter } from '@/lib/tickets/queue-filter'
import type { ChosenFacet, QueueChoices } from '@/lib/tickets/queue-sorts'
import { priorityWord, statusWord } from '@/lib/tickets/ticket'

export type Asked = Omit<QueueFilter, 'sort' | 'dir' | 'after' | 'before'>

export type FacetKey = keyof Asked

/** A queue that asks for nothing. */
export const nothingAsked = {
  status: [],
  priority: [],
  category: [],
  assignee: undefined,
  team: [],
  tag: [],
  organization: [],
  needs: undefined,
  sla: undefined,
  q: undefined,
} as const satisfies Asked

/** One thing that a filter asks, in words: a chip, and a line of "nothing matches". */
export interface Facet {
  readonly key: FacetKey
  readonly words: string
}

export const needWord = { first_reply: 'Needs first reply', us: 'Waiting on us' } as const
export const slaWord = {
  breached: 'Breached',
  at_risk: 'At risk',
  ok: 'In time',
  paused: 'Paused',
  none: 'Nothing promised',
} as const

/** What is asked, one by one. `names` has those of the values that only the database knows. */
export function facetsOf(asked: Asked, names: QueueChoices): readonly Facet[] {
  const known = (facet: ChosenFacet, value: string) =>
    names[facet]?.find((choice) => choice.value === value)?.label
  const facets: readonly (Facet | null)[] = [
    words(
      'status',
      'Status',
      asked.status.map((status) => lower(statusWord[status])),
    ),
    words(
      'priority',
      'Priority',
      asked.priority.map((priority) => lower(priorityWord[priority])),
    ),
    words(
      'category',
      'Category',
      asked.category.map((slug) => lower(known('category', slug) ?? slug)),
    ),
    asked.assignee ? { key: 'assignee', words: assigneeWords(asked.assignee, known) } : null,
    words(
      'team',
      'Team',
      asked.team.map((uid) => (uid === 'none' ? 'none' : (known('team', uid) ?? 'an unknown one'))),
    ),
    words('tag', 'Tag', asked.tag),
    words(
      'organization',
      'Organization',
      asked.organization.map((uid) => known('organization', uid) ?? 'an unknown one'),
    ),
    asked.needs ? { key: 'needs', words: needWord[asked.needs] } : null,
    asked.sla ? { key: 'sla', words: `SLA: ${slaWord[asked.sla].toLowerCase()}` } : null,
    asked.q?.trim() ? { key: 'q', words: `Search: ${asked.q.trim()}` } : null,
  ]
  return facets.filter((facet) => facet !== null)
}

/** Names of ours, within a sentence. */
const lower = (word: string) => word.toLowerCase()

const words = (key: FacetKey, label: string, values: readonly string[]): Facet | null =>
  values.length > 0 ? { key, words: `${label}: ${values.join(' or ')}` } : null

const assigneeWords = (who: string, known: (facet: 'assignee', value: string) => string | undefined) => {
  if (who === 'me') return 'Assigned to me'
  if (who === 'none') return 'Unassigned'
  const name = known('assignee', who)
  return name ? `Assigned to ${name}` : 'Assigned to a former or unknown agent'
}
