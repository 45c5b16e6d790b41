import type { ListedField } from '@/lib/tickets/queue-groups'
import { type ChosenFacet, personWords, type QueueChoices } from '@/lib/tickets/queue-sorts'
import { channelWord, priorityWord, statusWord } from '@/lib/tickets/ticket'
import type { Asked } from '@/lib/tickets/views'

export type FacetKey = keyof Asked

/** A queue that asks for nothing. */
export const nothingAsked = {
  status: [],
  priority: [],
  channel: [],
  category: [],
  assignee: undefined,
  team: [],
  tag: [],
  organization: [],
  needs: undefined,
  sla: undefined,
  spam: undefined,
  behind: undefined,
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
  const facet = (key: ListedField & FacetKey, values: string | readonly string[] = []): Facet | null =>
    values.length > 0 ? { key, words: listedWords(key, [values].flat(), names) } : null
  const facets: readonly (Facet | null)[] = [
    facet('status', asked.status),
    facet('priority', asked.priority),
    facet('channel', asked.channel),
    facet('category', asked.category),
    facet('assignee', asked.assignee),
    facet('team', asked.team),
    facet('tag', asked.tag),
    facet('organization', asked.organization),
    facet('needs', asked.needs),
    facet('sla', asked.sla),
    asked.spam ? { key: 'spam', words: 'Spam' } : null,
    asked.behind ? { key: 'behind', words: names.behind ?? 'Behind a number' } : null,
    asked.q?.trim() ? { key: 'q', words: `Search: ${asked.q.trim()}` } : null,
  ]
  return facets.filter((facet) => facet !== null)
}

/** That a ticket has one of the values: `Priority: high or urgent`. */
export function listedWords(field: ListedField, values: readonly string[], names: QueueChoices): string {
  const words = valuesInWords(field, values, names)
  if (field === 'needs') return words
  if (field === 'assignee') return words === 'nobody' ? 'Unassigned' : `Assigned to ${words}`
  return `${fieldWord[field]}: ${words}`
}

/** `high or urgent` */
export const valuesInWords = (field: ListedField, values: readonly string[], names: QueueChoices) =>
  values.map((value) => valueWords[field](value, names)).join(' or ')

export const fieldWord = {
  status: 'Status',
  priority: 'Priority',
  assignee: 'Assignee',
  team: 'Team',
  category: 'Category',
  tag: 'Tag',
  organization: 'Organization',
  needs: 'Waiting',
  sla: 'SLA',
  channel: 'Channel',
} as const satisfies Record<ListedField, string>

const valueWords: Readonly<Record<ListedField, (value: string, names: QueueChoices) => string>> = {
  status: (value) => ours(statusWord, value),
  priority: (value) => ours(priorityWord, value),
  sla: (value) => ours(slaWord, value),
  needs: (value) => (value === 'us' ? needWord.us : needWord.first_reply),
  channel: (value) => ours(channelWord, value),
  category: (value, names) =>
    value === 'none' ? 'none' : (named('category', value, names)?.label ?? value).toLowerCase(),
  assignee: (value, names) => {
    if (value === 'me') return 'me'
    if (value === 'none') return 'nobody'
    return personWords(named('assignee', value, names))
  },
  team: (value, names) => {
    if (value === 'none') return 'none'
    const team = named('team', value, names)
    return team?.gone ? `${team.label} (retired)` : (team?.label ?? 'an unknown one')
  },
  tag: (value, names) => (named('tag', value, names) ? value : `${value} (not there)`),
  organization: (value, names) => named('organization', value, names)?.label ?? 'an unknown one',
}

const named = (facet: ChosenFacet, value: string, names: QueueChoices) =>
  names[facet]?.find((choice) => choice.value === value)

/** A name of ours, within a sentence. */
const ours = (words: Readonly<Record<string, string>>, value: string) => (words[value] ?? value).toLowerCase()
