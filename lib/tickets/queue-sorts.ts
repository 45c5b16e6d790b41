// The words of a queue's address, apart from queue-filter: browsers need the words and not the parser.

/** By what a row is sorted: a moment or a text of its own, or a group that many rows share. */
export type QueueSortKind = 'moment' | 'text' | 'group'

/**
 * What a queue can be sorted by, and how. Not by reference: references are drawn by lot, so their order says nothing.
 * Within a group the latest news is first, whichever way the groups go.
 */
export const sortKinds = {
  updated: 'moment',
  created: 'moment',
  waiting: 'moment',
  due: 'moment',
  subject: 'text',
  customer: 'text',
  status: 'group',
  priority: 'group',
  assignee: 'group',
  team: 'group',
  category: 'group',
} as const satisfies Record<string, QueueSortKind>

export type QueueSort = keyof typeof sortKinds

export const queueSorts = [
  'updated',
  'created',
  'waiting',
  'due',
  'subject',
  'customer',
  'status',
  'priority',
  'assignee',
  'team',
  'category',
] as const satisfies readonly QueueSort[]

/** How the clocks of a ticket stand: of the next deadline, or that all stand still, or that none runs. */
export const slaStates = ['breached', 'at_risk', 'ok', 'paused', 'none'] as const

/** What only the database knows the values of. */
export const chosenFacets = ['assignee', 'category', 'team', 'tag', 'organization'] as const
export type ChosenFacet = (typeof chosenFacets)[number]

/** Values as an address has them, with the names that people read. */
export type QueueChoices = Readonly<Partial<Record<ChosenFacet, readonly QueueChoice[]>>> & {
  /** Behind which number the tickets stand, in words. */
  readonly behind?: string
}

export interface QueueChoice {
  readonly value: string
  readonly label: string
  /** A team that is retired, somebody who has left. */
  readonly gone?: boolean
  /** Somebody who is not there at the moment. */
  readonly away?: boolean
}

export const personWords = (person: QueueChoice | undefined) => {
  if (!person) return 'a former or unknown agent'
  return person.gone ? `${person.label} (has left)` : person.label
}
