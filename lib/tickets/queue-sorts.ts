/** What a queue can be sorted by. Apart from queue-filter, because browsers need the words and not the parser. */
export const queueSorts = ['updated', 'created', 'waiting', 'due', 'priority'] as const
export type QueueSort = (typeof queueSorts)[number]
