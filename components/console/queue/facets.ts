import type { QueueFilter } from '@/lib/tickets/queue-filter'
import { priorityWord, statusWord } from '@/lib/tickets/ticket'

export interface Named {
  readonly name: string
}

export interface FilterChoices {
  readonly agents: readonly (Named & { readonly email: string })[]
  readonly categories: readonly (Named & { readonly slug: string })[]
}

export type Asked = Pick<
  QueueFilter,
  'status' | 'priority' | 'category' | 'assignee' | 'needs' | 'sla' | 'spam' | 'q'
>

export type FacetKey = keyof Asked

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

export function facetsOf(asked: Asked, { agents, categories }: FilterChoices): readonly Facet[] {
  const category = (slug: string) => categories.find((one) => one.slug === slug)?.name ?? slug
  const facets: readonly (Facet | null)[] = [
    words(
      'status',
      'Status',
      asked.status.map((status) => statusWord[status]),
    ),
    words(
      'priority',
      'Priority',
      asked.priority.map((priority) => priorityWord[priority]),
    ),
    words('category', 'Category', asked.category.map(category)),
    asked.assignee ? { key: 'assignee', words: assigneeWords(asked.assignee, agents) } : null,
    asked.needs ? { key: 'needs', words: needWord[asked.needs] } : null,
    asked.sla ? { key: 'sla', words: `SLA: ${slaWord[asked.sla].toLowerCase()}` } : null,
    asked.spam ? { key: 'spam', words: 'Spam' } : null,
    asked.q?.trim() ? { key: 'q', words: `Search: ${asked.q.trim()}` } : null,
  ]
  return facets.filter((facet) => facet !== null)
}

const words = (key: FacetKey, label: string, values: readonly string[]): Facet | null =>
  values.length > 0
    ? { key, words: `${label}: ${values.map((word) => word.toLowerCase()).join(' or ')}` }
    : null

const assigneeWords = (who: string, agents: FilterChoices['agents']) => {
  if (who === 'me') return 'Assigned to me'
  if (who === 'none') return 'Unassigned'
  const name = agents.find(({ email }) => email === who)?.name
  return name ? `Assigned to ${name}` : 'Assigned to a former or unknown agent'
}
