// The words of a queue's address, apart from queue-filter: browsers need the words and not the parser.

/** What a queue can be sorted by. */
export const queueSorts = ['updated', 'created', 'waiting', 'due', 'priority'] as const
export type QueueSort = (typeof queueSorts)[number]

/** How the clocks of a ticket stand: of the next deadline, or that all stand still, or that none runs. */
export const slaStates = ['breached', 'at_risk', 'ok', 'paused', 'none'] as const

/** What only the database knows the values of. */
export const chosenFacets = ['assignee', 'category', 'team', 'tag', 'organization'] as const
export type ChosenFacet = (typeof chosenFacets)[number]

/** Values as an address has them, with the names that people read. */
export type QueueChoices = Readonly<
  Partial<Record<ChosenFacet, readonly { readonly value: string; readonly label: string }[]>>
>
